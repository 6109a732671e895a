import { Alert, Button, Group, SegmentedControl, Text, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useDraft } from '../app/draft';
import { messages as shared } from '../app/messages';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { success } from '../app/told';
import { say } from './commands';
import { FileDrop, type Uploaded } from './FileDrop';
import { messages } from './messages';
import { changed } from './queries';
import { useWriting } from '../live/room';

interface Written {
  kind: 'replies' | 'notes';
  body: string;
  files: readonly Uploaded[];
}

const NOTHING: Written = { kind: 'replies', body: '', files: [] };

/** Where a reply or a note is written; what is not sent stays, also through a reload. */
export function Composer({ ticket, withNotes = false }: { ticket: string; withNotes?: boolean }) {
  const t = useTexts(messages);
  const s = useTexts(shared);
  const cache = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const { content, key, write, discard } = useDraft<Written>(`ticket.${ticket}`, NOTHING);
  const writing = useWriting(`ticket:${ticket}`);
  const note = content.kind === 'notes';
  const sending = useMutation({
    mutationFn: () =>
      say(
        ticket,
        content.kind,
        { body: content.body, attachments: content.files.map((file) => file.id) },
        key,
      ),
    onSuccess: () => {
      discard();
      success(t('sent'));
      return changed(cache);
    },
  });
  const begin = (kind: Written['kind']) => {
    write({ kind });
    field.current?.focus();
  };
  useHotkeys([
    ['r', () => begin('replies')],
    ['n', () => withNotes && begin('notes')],
  ]);
  const empty = content.body.trim() === '';
  return (
    <FileDrop
      files={content.files}
      add={(file) => write(({ files }) => ({ files: [...files, file] }))}
      remove={(id) => write(({ files }) => ({ files: files.filter((file) => file.id !== id) }))}
    >
      {withNotes && (
        <SegmentedControl
          size="xs"
          mb="xs"
          value={content.kind}
          onChange={(kind) => write({ kind: kind as Written['kind'] })}
          data={[
            { value: 'replies', label: t('reply') },
            { value: 'notes', label: t('note') },
          ]}
        />
      )}
      <Textarea
        ref={field}
        label={note ? t('yourNote') : t('yourReply')}
        description={withNotes ? (note ? t('noteHint') : t('replyHint')) : undefined}
        autosize
        minRows={3}
        maxRows={16}
        value={content.body}
        onChange={(event) => {
          write({ body: event.currentTarget.value });
          writing();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty) {
            event.preventDefault();
            sending.mutate();
          }
        }}
      />
      {sending.isError && (
        <Alert color="red" role="alert" mt="xs" py="xs">
          <Text size="sm">{t('unsent')}</Text>
          <Text size="sm">
            {asProblem(sending.error).status === 0
              ? s('unreachable')
              : asProblem(sending.error).message}
          </Text>
        </Alert>
      )}
      <Group justify="flex-end" mt="xs">
        <Button
          size="xs"
          disabled={empty}
          loading={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {note ? t('sendNote') : t('send')}
        </Button>
      </Group>
    </FileDrop>
  );
}
