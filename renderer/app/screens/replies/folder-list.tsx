// The folders of the library, with how many replies lie in each.
import { Text, UnstyledButton } from '@mantine/core';
import type { TextId } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import classes from './replies.module.css';
import { appFolders, inFolder, ownFolders, type FolderChoice, type ReplyGroup } from './reply-groups.ts';

const views = ['all', 'own', 'used', 'drafts', 'hidden'] as const;

/** A folder's name: the app's own are sentences, the shop's are names. */
export function useFolderName(): (folder: string) => string {
  const text = useText();
  const known: readonly string[] = appFolders;
  return (folder) => (known.includes(folder) ? text(`replies.folder.${folder}` as TextId) : folder);
}

export function FolderList(props: {
  groups: readonly ReplyGroup[];
  chosen: FolderChoice;
  agentId: string;
  onChoose: (choice: FolderChoice) => void;
}) {
  const text = useText();
  const nameOf = useFolderName();
  const { groups, chosen, agentId, onChoose } = props;
  const line = (choice: FolderChoice, label: string) => {
    const count = groups.filter((group) => inFolder(group, choice, agentId)).length;
    const isChosen = JSON.stringify(choice) === JSON.stringify(chosen);
    return (
      <UnstyledButton
        key={label}
        className={classes['folder'] ?? ''}
        data-chosen={isChosen || undefined}
        aria-current={isChosen ? 'page' : undefined}
        onClick={() => {
          onChoose(choice);
        }}
      >
        <span className={classes['folderName']}>{label}</span>
        <span className={classes['count']} aria-label={text('replies.count', { count })}>
          {text.number(count)}
        </span>
      </UnstyledButton>
    );
  };
  const folders = [...appFolders, ...ownFolders(groups)];
  return (
    <nav className={classes['folders']} aria-label={text('replies.folders')}>
      {views.map((view) => line({ view }, text(`replies.view.${view}`)))}
      <Text component="h2" className={classes['folderHeading'] ?? ''}>
        {text('replies.folders')}
      </Text>
      {folders.map((folder) => line({ folder }, nameOf(folder)))}
    </nav>
  );
}
