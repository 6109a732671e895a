import {
  Alert,
  Button,
  Group,
  Modal,
  MultiSelect,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import type { LinkKind, Wish } from './commands';
import { messages } from './messages';
import { conversation, oneTicket, type TicketView } from './queries';
import { linkKinds, useOptions } from './Values';

/** What a person is asked about before it is sent. */
export type Asked = 'resolve' | 'hold' | 'close' | 'reopen' | 'merge' | 'link' | 'split';

interface Fields {
  text: string;
  until: string;
  other: string;
  kind: LinkKind;
  subject: string;
  along: string[];
}

const NOTHING: Fields = {
  text: '',
  until: '',
  other: '',
  kind: 'relates_to',
  subject: '',
  along: [],
};

interface ActionFormProps {
  asked: Asked;
  ticket: TicketView;
  close: () => void;
  send: (wish: Wish) => Promise<unknown>;
}

export function ActionForm({ asked, ticket, close, send }: ActionFormProps) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const kinds = useOptions('link', linkKinds);
  const { content, write, discard } = useDraft<Fields>(`${asked}.${ticket.id}`, NOTHING);
  const talk = useInfiniteQuery({ ...conversation(ticket.id), enabled: asked === 'split' });
  const doing = useMutation({
    mutationFn: async () => {
      // People know the numbers of tickets; commands take their ids.
      const other =
        asked === 'merge' || asked === 'link'
          ? (await cache.fetchQuery(oneTicket(content.other.trim().toUpperCase()))).id
          : '';
      return send(wished(asked, content, other));
    },
    onSuccess: () => {
      discard();
      close();
    },
  });
  const titles = {
    resolve: t('resolve'),
    hold: t('hold'),
    close: t('close'),
    reopen: t('reopen'),
    merge: t('merge'),
    link: t('linkTo'),
    split: t('split'),
  };
  const hints: Partial<Record<Asked, string>> = { merge: t('mergeHint'), split: t('splitHint') };
  const takesOther = asked === 'merge' || asked === 'link';
  return (
    <Modal
      opened
      onClose={close}
      title={titles[asked]}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          doing.mutate();
        }}
      >
        <Stack>
          {hints[asked] && <Text size="sm">{hints[asked]}</Text>}
          {asked === 'link' && (
            <Select
              label={t('kind')}
              data={kinds}
              allowDeselect={false}
              value={content.kind}
              onChange={(kind) => kind !== null && write({ kind: kind as LinkKind })}
            />
          )}
          {takesOther && (
            <TextInput
              label={t('otherTicket')}
              placeholder="DK-12"
              required
              data-autofocus
              value={content.other}
              onChange={(event) => write({ other: event.currentTarget.value })}
            />
          )}
          {asked === 'split' && (
            <>
              <TextInput
                label={t('subject')}
                required
                data-autofocus
                value={content.subject}
                onChange={(event) => write({ subject: event.currentTarget.value })}
              />
              <MultiSelect
                label={t('takeAlong')}
                data={(talk.data?.pages ?? [])
                  .flatMap((page) => page.items)
                  .map((message) => ({
                    value: message.id,
                    label: (message.body ?? message.redaction ?? '').slice(0, 60),
                  }))}
                value={content.along}
                onChange={(along) => write({ along })}
              />
            </>
          )}
          {!takesOther && (
            <Textarea
              label={
                asked === 'resolve'
                  ? t('solution')
                  : asked === 'split'
                    ? t('description')
                    : asked === 'hold'
                      ? t('reason')
                      : t('reasonOptional')
              }
              description={asked === 'resolve' ? t('resolveHint') : undefined}
              required={asked === 'resolve' || asked === 'hold'}
              data-autofocus={asked !== 'split' || undefined}
              autosize
              minRows={3}
              value={content.text}
              onChange={(event) => write({ text: event.currentTarget.value })}
            />
          )}
          {asked === 'hold' && (
            <TextInput
              type="datetime-local"
              label={t('untilOptional')}
              value={content.until}
              onChange={(event) => write({ until: event.currentTarget.value })}
            />
          )}
          {doing.isError && (
            <Alert color="red" role="alert">
              {asProblem(doing.error).message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={doing.isPending}>
              {titles[asked]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function wished(asked: Asked, { text, until, kind, subject, along }: Fields, other: string): Wish {
  const said = text.trim();
  switch (asked) {
    case 'resolve':
      return { kind: 'resolve', solution: said };
    case 'hold':
      return {
        kind: 'hold',
        reason: said,
        until: until === '' ? undefined : new Date(until).toISOString(),
      };
    case 'close':
      return { kind: 'close', reason: said || undefined };
    case 'reopen':
      return { kind: 'reopen', reason: said || undefined };
    case 'merge':
      return { kind: 'merge', into: other };
    case 'link':
      return { kind: 'link', as: kind, ticket: other };
    case 'split':
      return { kind: 'split', subject, description: said || undefined, messages: along };
  }
}
