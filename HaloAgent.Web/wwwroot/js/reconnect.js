// Nobody should have to press "reload". While the line is down Blazor tries by itself; when it gives up, or the server has
// forgotten the page (it was restarted), this waits until the server answers and loads the page again where it was.
(() => {
  const bar = document.getElementById('components-reconnect-modal');
  if (!bar) return;
  let waiting = false;
  let helping = false;
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const isDown = () => bar.matches('.components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected, .components-reconnect-retrying');

  const serverAnswers = async () => {
    try {
      return (await fetch('/alive', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  };

  const comeBack = async () => {
    if (waiting) return;
    waiting = true;
    while (!(await serverAnswers())) await pause(2000);
    waiting = false;
    // A page that the server has forgotten never gets an answer from reconnect(): do not wait for one for long.
    const forgotten = bar.matches('.components-reconnect-rejected');
    const joined = !forgotten && (await Promise.race([Blazor.reconnect().catch(() => false), pause(5000)]));
    if (joined !== true || isDown()) location.reload();
  };

  // Blazor's own tries grow rarer and rarer. When the server answers again and Blazor has not noticed after a moment, help.
  const help = async () => {
    if (helping) return;
    helping = true;
    while (isDown() && !(await serverAnswers())) await pause(1000);
    await pause(3000);
    helping = false;
    if (isDown()) comeBack();
  };

  bar.addEventListener('components-reconnect-state-changed', (event) => {
    if (event.detail.state === 'show') help();
    if (event.detail.state === 'failed' || event.detail.state === 'rejected') comeBack();
  });

  // Blazor tries its first connection once. When that fails, the page looks alive and answers nothing: load it again, each
  // time after twice as long, so that a slow line has the time it needs.
  const loads = 'halo-loads-without-line';
  const awake = async () => {
    const before = Number(sessionStorage.getItem(loads) ?? 0);
    await pause(10_000 * 2 ** Math.min(before, 4));
    while (!(await serverAnswers())) await pause(2000);
    if (document.querySelector('[data-interactive=false]')) {
      sessionStorage.setItem(loads, before + 1);
      location.reload();
    } else {
      sessionStorage.removeItem(loads);
    }
  };
  awake();

  // A phone that slept comes back at once, not after the next try.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isDown()) comeBack();
  });
})();
