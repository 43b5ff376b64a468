import { useEffect, useState } from 'preact/hooks';

/** As in the style sheets: here the open chat fills the screen. */
const SMALL = '(max-width: 520px), (max-height: 480px)';

export const isSmallScreen = (): boolean => matchMedia(SMALL).matches;

export function useSmallScreen(): boolean {
  const [small, setSmall] = useState(isSmallScreen);
  useEffect(() => {
    const query = matchMedia(SMALL);
    const changed = (): void => setSmall(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return small;
}

/** Keeps a full-screen element above the keyboard of a phone, which covers the page without making it smaller. */
export function fitToScreen(element: HTMLElement): () => void {
  const screen = window.visualViewport;
  if (!screen) return () => undefined;
  const fit = (): void => {
    element.style.height = `${screen.height}px`;
    element.style.top = `${screen.offsetTop}px`;
  };
  fit();
  screen.addEventListener('resize', fit);
  screen.addEventListener('scroll', fit);
  return () => {
    screen.removeEventListener('resize', fit);
    screen.removeEventListener('scroll', fit);
    element.style.removeProperty('height');
    element.style.removeProperty('top');
  };
}
