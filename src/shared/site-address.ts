/** The address of this copy of the site, without what it shows: other parts of it are named after it. */
export function siteAddress(): string {
  return location.href.replace(/[?#].*$/s, '');
}
