/** Labels before a host's name that choose how a page looks, not which. */
const LOOKS = /^(www\.)?(?:(?:m|mobile|mobi|wap|amp)\.)+(?=[^.]+\.)/u;
const LOOKS_BELOW_LANGUAGE = /^([a-z]{2,3})\.m\.(?=[^.]+\.)/u;
/** "m.co.uk" is the site m of co.uk */
const PUBLIC_SUFFIX = /^(?:com?|net|org|gov|edu|ac|or|ne|info|mil|sch)\.[a-z]{2}$/u;
const SWITCH = /^(?:amp;)*(?:amp(?:=(?:1|true|yes|amp)?)?|(?:outputtype|output|view|mode|type|format|layout)=amp|_amp=(?:1|true)|m(?:obile)?=1|mobile=true)$/u;

/** The host of the ordinary page where this is that of its AMP or mobile form. */
export function ordinaryHost(host: string): string {
  const plain = host.replace(LOOKS, '$1').replace(LOOKS_BELOW_LANGUAGE, '$1.');
  const bare = plain.replace(/^www\./u, '');
  return PUBLIC_SUFFIX.test(bare) || !bare.includes('.') || /^[\d.]+$/u.test(bare) ? host : plain;
}

/**
 * The path of the ordinary page: without "/amp" or ".amp" at its end, or "/amp" at its beginning where what follows is no single word.
 * Without an index page too.
 */
export function ordinaryPath(path: string): string {
  return path
    .replace(/(?<=[^/])(?:\/amp)+(?:\/|\.html?)?$/iu, '')
    .replace(/(?<=[^/.])(?:\.amp)+(\.html?)?$/iu, '$1')
    .replace(/^(?:\/amp)+(?=\/[^/]*\d|\/[^/]+\/[^/])/iu, '')
    .replace(/(?<=\/)(?:index|default)\.(?:html?|php|aspx?|jsp)$/iu, '');
}

/** A query without the parameters that ask for the AMP or the mobile form. */
export function ordinaryQuery(query: string): string {
  return query.split('&').filter((pair) => !SWITCH.test(pair.toLowerCase())).join('&');
}
