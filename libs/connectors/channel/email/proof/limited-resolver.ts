/** `resolve` of node:dns/promises, or something like it. */
export type Resolve = (name: string, rr: string) => Promise<unknown>;

/** Per question, and for all questions about one mail together: a slow name server must not hold up the mails behind. */
const QUESTION_MS = 3_000;
const MAIL_MS = 8_000;
/** SPF alone may ask ten and more; a hostile record asks without end. */
const MAX_QUESTIONS = 60;

/** The same resolver with limits; answers are kept for the one mail, whose checks ask some questions twice. */
export function limitedResolver(resolve: Resolve, limitMs = MAIL_MS): Resolve {
  const until = Date.now() + limitMs;
  const asked = new Map<string, Promise<unknown>>();
  return (name, rr) => {
    const key = `${rr} ${name.toLowerCase()}`;
    const known = asked.get(key);
    if (known) return known;
    const left = Math.min(QUESTION_MS, until - Date.now());
    const answer =
      left <= 0 || asked.size >= MAX_QUESTIONS ? Promise.reject(timeout()) : within(left, resolve(name, rr));
    answer.catch(() => undefined);
    asked.set(key, answer);
    return answer;
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timeout()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As node:dns says it: an answer that did not come is no answer that there is nothing. */
const timeout = (): Error => Object.assign(new Error('the name server takes too long'), { code: 'ETIMEOUT' });
