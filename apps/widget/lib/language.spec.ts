import { chooseLanguage } from './language';

const choose = (stated: string | null, page: string | null, ...browser: string[]) =>
  chooseLanguage({ stated, page, browser });

describe('the language of the chat', () => {
  it.each([
    ['the tag before all', choose('fr', 'de', 'es'), 'fr'],
    ['the page before the browser', choose(null, 'de-AT', 'es'), 'de'],
    ['the browser when the page says nothing', choose(null, '', 'pl', 'nl-BE'), 'nl'],
    ['the browser when we have no words for the page', choose(null, 'pl', 'pl-PL', 'de'), 'de'],
    ['English when there is nothing else', choose(null, null, 'pl'), 'en'],
    ['English for a tag without words, whatever else is known', choose('ar', 'de', 'fr'), 'en'],
  ])('follows %s', (_what, language, words) => expect(language.words).toBe(words));

  it('writes dates as in the region of the visitor', () => {
    expect(choose('de_AT', null).format).toBe('de-AT');
    expect(choose('ar', null).format).toBe('en');
    expect(choose(null, 'en', 'de', 'en-GB').format).toBe('en-GB');
    expect(choose(null, 'en-US', 'en-GB').format).toBe('en-US');
    expect(choose('en-!!', null).format).toBe('en');
  });

  it('runs from right to left as the asked language does, with or without words for it', () => {
    expect(choose('ar', 'en')).toMatchObject({ direction: 'rtl', words: 'en', asked: 'ar' });
    expect(choose(null, 'he-IL')).toMatchObject({ direction: 'rtl' });
    expect(choose('de', 'ar')).toMatchObject({ direction: 'ltr' });
    expect(choose(null, 'arn')).toMatchObject({ direction: 'ltr' });
  });
});
