// Tells the server (by cookie) what the system prefers, so that the next first picture has the right colours,
// and lets the dashboard's switch change the document at once.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const year = 'path=/; max-age=31536000; samesite=lax';
  const note = () => { document.cookie = `halo-system-theme=${dark.matches ? 'dark' : 'light'}; ${year}`; };
  note();
  // The circuit is told as well: MudBlazor's colours are made there. A phone that slept through the change tells of it when it wakes.
  let follower = null;
  const tell = () => {
    note();
    try { follower?.invokeMethodAsync('FollowSystem', dark.matches).catch(() => {}); } catch { /* No line at the moment. */ }
  };
  dark.addEventListener('change', tell);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') tell(); });
  window.haloTheme = {
    choose(theme) {
      if (theme) {
        document.documentElement.dataset.theme = theme;
        document.cookie = `halo-theme=${theme}; ${year}`;
      } else {
        delete document.documentElement.dataset.theme;
        document.cookie = 'halo-theme=; path=/; max-age=0; samesite=lax';
      }
    },
    systemIsDark: () => dark.matches,
    follow(layout) {
      follower = layout;
      return dark.matches;
    },
  };
})();
