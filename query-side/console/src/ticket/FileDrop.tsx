import { Button, CloseButton, FileButton, Group, Loader, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { newKey, upload } from '../app/api';
import { messages as shared } from '../app/messages';
import { useTexts } from '../app/texts';
import { failure } from '../app/told';
import classes from './Conversation.module.css';
import { messages } from './messages';

export interface Uploaded {
  id: string;
  name: string;
}

interface FileDropProps {
  files: readonly Uploaded[];
  add: (file: Uploaded) => void;
  remove: (id: string) => void;
  children: ReactNode;
}

/** Takes files that are dropped or pasted anywhere in it, or chosen, and sends them at once. */
export function FileDrop({ files, add, remove, children }: FileDropProps) {
  const t = useTexts(messages);
  const s = useTexts(shared);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState(0);
  const take = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      setSending((count) => count + 1);
      upload(file, newKey())
        .then(add)
        .catch(failure(`${s('failed')}: ${file.name}`))
        .finally(() => setSending((count) => count - 1));
    }
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      role="group"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length > 0) {
          event.preventDefault();
          take(event.clipboardData.files);
        }
      }}
    >
      {children}
      <Group gap="xs" mt="xs">
        <FileButton onChange={take} multiple>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {t('attach')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('dropHere')}
        </Text>
        {sending > 0 && <Loader size="xs" aria-label={s('loading')} role="status" />}
        {files.map((file) => (
          <Group key={file.id} gap={2}>
            <Text size="xs">{file.name}</Text>
            <CloseButton
              size="sm"
              aria-label={t('remove', { name: file.name })}
              onClick={() => remove(file.id)}
            />
          </Group>
        ))}
      </Group>
    </div>
  );
}
