// The computer's own notices: only when the person asked for them in this browser, and only while no tab of the dashboard
// is looked at. What they say is made on the server, and names nobody by more than the first name.
(() => {
  const remembered = 'halo-notices';
  const others = new BroadcastChannel(remembered);
  const shown = [];
  let watcher = null;
  let lookedAt = false;
  let constructible;
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  // Chrome on a phone has the constructor and lets nobody use it. Without a permission, trying shows nothing.
  const canConstruct = () => {
    if (Notification.permission === 'granted') return true;
    try {
      new Notification('').close();
      return true;
    } catch {
      return false;
    }
  };

  const state = () => {
    if (!isSecureContext || !('Notification' in window) || localStorage.getItem(remembered) === 'impossible') return 'unsupported';
    if (!(constructible ??= canConstruct())) return 'unsupported';
    if (Notification.permission === 'denied') return 'denied';
    return Notification.permission === 'granted' && localStorage.getItem(remembered) === 'on' ? 'on' : 'off';
  };

  const tell = (what = state()) => watcher?.invokeMethodAsync('Show', what);

  const wish = async (what) => {
    const permission = what === 'on' ? await Notification.requestPermission() : null;
    localStorage.setItem(remembered, permission === 'granted' ? 'on' : 'off');
    tell(permission === 'default' ? 'unanswered' : state());
  };

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-notices]');
    if (button) wish(button.dataset.notices);
  });
  addEventListener('storage', (event) => { if (event.key === remembered) tell(); });
  navigator.permissions?.query({ name: 'notifications' }).then((permission) => { permission.onchange = () => tell(); }, () => {});

  others.onmessage = ({ data }) => {
    if (data === 'who is looked at?' && !document.hidden) others.postMessage('I am');
    if (data === 'I am') lookedAt = true;
  };
  const anotherIsLookedAt = async () => {
    lookedAt = false;
    others.postMessage('who is looked at?');
    await pause(200);
    return lookedAt;
  };

  const show = async (title, text, address, tag) => {
    if (await anotherIsLookedAt()) return;
    try {
      const notice = new Notification(title, { body: text, tag, lang: 'en' });
      notice.onclick = () => {
        window.focus();
        notice.close();
        Blazor.navigateTo(address);
      };
      shown.push(notice);
    } catch {
      localStorage.setItem(remembered, 'impossible');
    }
  };

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) shown.splice(0).forEach((notice) => notice.close());
  });

  window.haloNotices = {
    // Says whether nobody looks at this page.
    arrived(title, text, address, tag) {
      if (document.hidden && state() === 'on') show(title, text, address, tag);
      return document.hidden;
    },
    watch(page) {
      watcher = page;
      return state();
    },
  };
})();
