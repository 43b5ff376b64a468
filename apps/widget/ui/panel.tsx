import { useLayoutEffect, useRef } from 'preact/hooks';
import { stageOf } from '../app/state';
import { fill } from '../lib/words';
import { AskForm } from './ask-form';
import { Composer } from './composer';
import { Header } from './header';
import { useFocusInside } from './focus';
import { LineNotice, PhaseNotice } from './notices';
import { OfflineForm } from './offline-form';
import { PersonBar } from './person-bar';
import { fitToScreen, useSmallScreen } from './screen';
import { Thread } from './thread';
import { useAround, useChat } from './surroundings';
import { useUploads } from './use-uploads';
import { useFileDrop } from './use-file-drop';

/** The open chat: a dialog beside the page, or over all of a small screen. */
export function Panel() {
  const { words, close } = useAround();
  const state = useChat();
  const small = useSmallScreen();
  const panel = useRef<HTMLDivElement>(null);
  const uploads = useUploads();
  const stage = stageOf(state);
  const canWrite = state.phase === 'ready' && stage === 'composer';
  const drop = useFileDrop(canWrite ? uploads.add : null);
  useLayoutEffect(
    () => (small && state.open && panel.current ? fitToScreen(panel.current) : undefined),
    [small, state.open],
  );
  const onKeyDown = useFocusInside(panel, { open: state.open, modal: small, close, ready: `${state.phase} ${stage}` });

  return (
    <div
      ref={panel}
      class="panel"
      role="dialog"
      aria-modal={small}
      aria-label={fill(words.dialog, { workspace: state.config?.workspaceName ?? '' }).trim()}
      tabIndex={-1}
      hidden={!state.open}
      onKeyDown={onKeyDown}
      // The page's own shortcuts are not meant when somebody writes here.
      onKeyUp={(event) => event.stopPropagation()}
      onKeyPress={(event) => event.stopPropagation()}
      {...drop.handlers}
    >
      <Header />
      <LineNotice />
      {state.phase !== 'ready' ? (
        <PhaseNotice />
      ) : (
        <>
          {stage === 'composer' || state.messages.length > 0 ? <Thread /> : null}
          {stage === 'pre-chat' && <AskForm />}
          {stage === 'offline' && <OfflineForm compact={state.messages.length > 0} />}
          {stage === 'composer' && (
            <>
              <PersonBar />
              <Composer uploads={uploads} />
            </>
          )}
        </>
      )}
      {drop.over && <div class="drop">{words.drop}</div>}
    </div>
  );
}
