/** Query parameters that say where a reader came from or who they are, never which article it is. Names are compared in lower case. */
const NAMES = new Set(('fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mibextid sfnsn rdid epik srsltid '
  + 'fb_action_ids fb_action_types fb_source fb_ref __cft__ __tn__ __twitter_impression tt_medium tt_content _branch_match_id _branch_referrer '
  + 'mc_cid mc_eid _ga _gl _ke _hsenc _hsmi __hssc __hstc __hsfp hsctatracking mkt_tok dm_i s_cid s_kwcid ef_id ml_subscriber ml_subscriber_hash ck_subscriber_id '
  + 'xtor cmp cmpid icid ncid smid smtyp ocid cvid sr_share wt.mc_id wt.mc_ev wt.tsrc traffic_source ref_src ref_url ref_source referrer refsrc trk trkcampaign '
  + 'guccounter guce_referrer guce_referrer_sig _openstat wickedid sharetype sharesource share_id replytocom cn-reloaded noamp nonamp '
  + 'amp_js_v amp_gsa amp_ct usqp aoh amp_latest_update_time jsessionid phpsessid cfid cftoken sessionid session_id').split(' '));
const PREFIX = new RegExp(`^(?:${['utm_', 'stm_', 'itm_', 'pk_', 'mtm_', 'matomo_', 'piwik_', 'hsa_', 'oly_', 'vero_', 'gaa_', 'guce_', 'aspsessionid',
  'at_(?:medium|campaign|custom|link|ptr|bbc|format)', 'ns_(?:mchannel|source|campaign|linkname|fee)', 'sc_(?:campaign|channel|content|medium|outcome)'].join('|')})`, 'u');

/** What counts as a tracker only on some hosts: these and what lies below them. */
const OF_HOSTS: Readonly<Record<string, string>> = {
  'twitter.com x.com': 's t ref_url', 'youtube.com youtu.be': 'si feature pp ab_channel', 'instagram.com': 'hl img_index', 'tiktok.com': '_t _r is_from_webapp',
  'nytimes.com': 'emc partner rss ref referringsource campaign_id instance_id segment_id regi_id', 'wsj.com barrons.com': 'mod reflink', 'washingtonpost.com': 'itid',
  'bloomberg.com asharqbusiness.com': 'srnd sref leadsource', 'reuters.com': 'feedtype feedname rpc', 'ft.com': 'ftcamp segmentid', 'dw.com': 'maca',
  'theguardian.com': 'cmp_tu', 'skynews.com skynewsarabia.com': 'dcmp', 'cnbc.com': '__source', 'medium.com': 'source sk', 'news.google.com': 'hl gl ceid oc',
};

/** "ref=rss": names that mean something on one site and nothing on another, with values that only say how a reader came. */
const COME_FROM = new RegExp('^(?:(?:ref|source|src|from|via|partner|origin|medium|feed|rss|shared?)=(?:rss\\d?|rss[-_]?feed|feeds?|atom|twitter|facebook|whatsapp'
  + '|telegram|email|linkedin|google|googlenews|push|newsletter|social|share)|(?:rss|shared?)=(?:1|true|yes))$', 'u');
const ON_HOSTS = Object.entries(OF_HOSTS).flatMap(([hosts, names]) => hosts.split(' ').map((host) => ({ host, names: new Set(names.split(' ')) })));

/** A query ("?…" or "") without the parameters that are trackers; the others stay as written and in their order. */
export function withoutTrackers(search: string, host: string): string {
  const here = ON_HOSTS.filter((on) => host === on.host || host.endsWith(`.${on.host}`));
  const isTracker = (pair: string) => {
    // "&amp;utm_source=": escaped once too often
    const plain = pair.toLowerCase().replace(/^(?:amp;)+/u, '');
    const name = plain.split('=', 1)[0] ?? '';
    return NAMES.has(name) || PREFIX.test(name) || COME_FROM.test(plain) || here.some(({ names }) => names.has(name));
  };
  return search.slice(1).split('&').filter((pair) => pair !== '' && !isTracker(pair)).join('&');
}
