// The command palette: every command that makes sense now, and a way into search with what was typed.
import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import IconCommand from '@tabler/icons-react/dist/esm/icons/IconCommand.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useEffect, useState } from 'react';
import { actionGroups } from '../../actions/action.ts';
import { shownKeys } from '../../actions/hotkeys.ts';
import { actions, runAction } from '../../actions/registry.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Keys } from '../../ui/keys.tsx';
import { actionIcons } from './action-icons.tsx';
import { fittingWords } from './fits-words.ts';
import { groupTitle } from './group-title.ts';
import classes from './palette.module.css';

const [store, spotlight] = createSpotlight();
/** What scrolls must be reachable by keyboard; the list hands this on to its scroll area, though its types do not say so. */
const reachable = { viewportProps: { tabIndex: 0 } };

export function Palette(props: { onClose: () => void }) {
  const desk = useDesk();
  const text = useText();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    spotlight.open();
    return () => {
      spotlight.close();
    };
  }, []);

  const possible = actions.filter((action) => !action.isHiddenInPalette && action.isAvailable(desk));
  const offered = fittingWords(possible, (action) => text(action.title), typed);
  const [list, setList] = useState<HTMLDivElement | null>(null);
  const offeredIds = offered.map((action) => action.id).join();
  // Enter runs the first one unless another is chosen; the kit itself begins with none.
  useEffect(() => {
    const lines = list?.querySelectorAll('[data-action]') ?? [];
    for (const line of lines) line.removeAttribute('data-selected');
    lines[0]?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [list, typed, offeredIds]);
  const choose = (run: () => void): void => {
    props.onClose();
    run();
  };
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={props.onClose}
      size={620}
      yOffset="12vh"
      scrollable
      maxHeight={440}
      attributes={{ content: { 'aria-label': text('palette.label') } }}
    >
      <Spotlight.Search
        placeholder={text('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
      />
      <Spotlight.ActionsList ref={setList} {...reachable} mah="min(430px, 60vh)">
        {actionGroups.map((group) => {
          const members = offered.filter((action) => action.group === group);
          if (members.length === 0) return null;
          return (
            <Spotlight.ActionsGroup key={group} label={text(groupTitle[group] satisfies TextId)}>
              {members.map((action) => {
                const Icon = actionIcons[action.id] ?? IconCommand;
                const keys = action.keys[0];
                return (
                  <Spotlight.Action
                    key={action.id}
                    onClick={() => {
                      choose(() => {
                        runAction(desk, action);
                      });
                    }}
                  >
                    <Line
                      icon={<Icon size={18} stroke={1.7} />}
                      words={text(action.title)}
                      {...(keys === undefined ? {} : { caps: shownKeys(keys) })}
                    />
                  </Spotlight.Action>
                );
              })}
            </Spotlight.ActionsGroup>
          );
        })}
        {typed.trim() !== '' && (
          <Spotlight.Action
            onClick={() => {
              choose(() => {
                desk.view.update((view) => ({ ...view, query: typed.trim() }));
              });
            }}
          >
            <Line
              icon={<IconSearch size={18} stroke={1.7} />}
              words={text('palette.search', { query: typed.trim() })}
            />
          </Spotlight.Action>
        )}
        {typed.trim() === '' || offered.length > 0 ? null : (
          <Spotlight.Empty>{text('palette.noCommand')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function Line(props: { icon: React.ReactNode; words: string; caps?: readonly string[] }) {
  return (
    <span className={classes['line']}>
      <span className={classes['icon']} aria-hidden="true">
        {props.icon}
      </span>
      <span className={classes['words']}>{props.words}</span>
      {props.caps && <Keys caps={props.caps} />}
    </span>
  );
}
