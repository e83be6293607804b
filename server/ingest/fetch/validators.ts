/** What servers append to the tag of a packed answer, and then don't know again (Apache, Jetty, Nginx modules). */
const PACKED = /^(?<weak>W\/)?"(?<tag>[^"]+?)(?:--?|;|:)(?:gzip|br|deflate|df)"$/u;

/** The tag to ask with: as it was given, and beside it the one that the server itself gave it before packing. */
export function ifNoneMatch(etag: string): string {
  const found = PACKED.exec(etag)?.groups;
  return found ? `${etag}, ${found.weak ?? ''}"${found.tag ?? ''}"` : etag;
}
