const BASIC = /^[\r\n @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const TWO_SEPTETS = /[\^{}\\[~\]|€]/g;

/** Parts of a text by GSM 03.38: 160 septets or 70 UTF-16 units in one part, 153 or 67 in each of several. */
export function segments(text: string): number {
  const basic = BASIC.test(text);
  const length = basic ? text.length + (text.match(TWO_SEPTETS)?.length ?? 0) : text.length;
  const [single, several] = basic ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / several);
}
