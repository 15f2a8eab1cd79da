/** Where the address bar points: `#/runs/<id>/<step>` → `['runs', id, step]`. */
export function route() {
  return location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

/** Takes the API key out of a link `#key=…`, and out of the address bar and history. */
export function takeKeyFromAddress() {
  const match = /^#key=(.+)$/.exec(location.hash);
  if (!match) {
    return undefined;
  }
  history.replaceState(null, '', location.pathname + location.search);
  return decodeURIComponent(match[1]);
}
