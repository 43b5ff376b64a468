import { clean, fold } from '../text/normalise';
import { type Answer, answerIn } from './answer';
import { unsigned } from './signature';

interface Asked {
  /** The customer's own: their line under the words says nothing. */
  names?: readonly string[];
  /** Our last message asked for a yes or a no, so that a nod is one. */
  asked?: boolean;
}

/** "Thanks. And please do it now." goes on with something else, whatever it is; thanks may be added to a yes. */
const GOES_ON =
  /(?:^|[.!,;:]\s*)(?:and|also|und|auch|en|ook|et|aussi|y|tambien)\s+(?!(?:many |vielen |hartelijk |muchas |mille )?(?:thank|dank|bedankt|merci|gracias)|eff?e[ct])/;

/** A customer's word on what was put before them: an unambiguous yes, an unambiguous no, or neither. */
export function yesOrNo(message: string, { names, asked = true }: Asked = {}): Answer | null {
  const text = clean(message);
  if (/[?¿]/.test(text)) return null;
  const lines = text.split('\n').map((line) => line.trim());
  const said = unsigned(lines.filter(Boolean), names).join(' ');
  const answer = answerIn(said, asked);
  return answer === 'yes' && GOES_ON.test(fold(said)) ? null : answer;
}
