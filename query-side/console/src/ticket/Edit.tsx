import {
  Alert,
  Blockquote,
  Button,
  Group,
  Modal,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useDraft } from '../app/draft';
import { asProblem } from '../app/problem';
import { useTexts } from '../app/texts';
import { useWriting } from '../live/room';
import { send, useWish } from './commands';
import { conflicts, sendEdit, wished, type Edited, type Texts } from './edited';
import { messages } from './messages';
import { oneTicket, type TicketView } from './queries';

interface EditProps {
  address: string;
  ticket: TicketView;
  /** Whether this person may change it now: what others do may end that while it is edited. */
  may: boolean;
}

/** Where a ticket's subject and description are mended. */
export function Edit(props: EditProps) {
  const t = useTexts(messages);
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      {props.may && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          onClick={open}
        >
          {t('edit')}
        </Button>
      )}
      {opened && <EditForm {...props} close={close} />}
    </>
  );
}

const LONGEST_SUBJECT = 255;
const UNTOUCHED: Edited = {};

function EditForm({ address, ticket, may, close }: EditProps & { close: () => void }) {
  const t = useTexts(messages);
  const cache = useQueryClient();
  const { content, key, write, discard } = useDraft(`edit.${ticket.id}`, UNTOUCHED);
  const writing = useWriting(`ticket:${ticket.id}`);
  const newest = () => cache.fetchQuery({ ...oneTicket(address), staleTime: 0 });
  const wish = useWish(address, ticket, (what) =>
    sendEdit(what, content, (next) => send(ticket.id, next, key), newest),
  );
  const now: Texts = { subject: ticket.subject, description: ticket.description };
  const contested = wish.isPending ? [] : conflicts(content, now);
  const touch = (field: keyof Texts, text: string) => {
    const first = content[field] === undefined && { [field]: now[field] };
    write({ [field]: text, began: { ...content.began, ...first } });
    writing();
  };
  const done = () => {
    discard();
    close();
  };
  const save = () => {
    const what = wished(content, { ...now, version: ticket.version });
    if (what === undefined) {
      done();
    } else {
      wish.mutate(what, { onSuccess: done });
    }
  };
  const subject = content.subject ?? now.subject;
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('editTicket')}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextInput
            label={t('subject')}
            required
            data-autofocus
            maxLength={LONGEST_SUBJECT}
            // What is on its way is not what would be written now, and is discarded with it.
            readOnly={wish.isPending}
            value={subject}
            onChange={(event) => touch('subject', event.currentTarget.value)}
          />
          <Textarea
            label={t('description')}
            autosize
            minRows={6}
            maxRows={20}
            readOnly={wish.isPending}
            value={content.description ?? now.description}
            onChange={(event) => touch('description', event.currentTarget.value)}
          />
          {!may && (
            <Alert color="yellow" role="alert">
              {t('noLongerEditable')}
            </Alert>
          )}
          {contested.map((field) => (
            <Contested
              key={field}
              title={t(`${field}IsNow`)}
              theirs={now[field]}
              keep={() => write({ began: { ...content.began, [field]: now[field] } })}
              take={() => write({ [field]: undefined })}
            />
          ))}
          {wish.isError && contested.length === 0 && (
            <Alert color="red" role="alert">
              {asProblem(wish.error).status === 412
                ? t('changedMeanwhile')
                : asProblem(wish.error).message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              disabled={contested.length > 0 || subject.trim() === ''}
              loading={wish.isPending}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface ContestedProps {
  title: string;
  theirs: string;
  keep: () => void;
  take: () => void;
}

/** Two have changed one text: whoever comes second sees both and says which it is. */
function Contested({ title, theirs, keep, take }: ContestedProps) {
  const t = useTexts(messages);
  return (
    <Alert color="yellow" role="alert" title={title}>
      <Blockquote p="xs" mt={4}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {theirs || t('empty')}
        </Text>
      </Blockquote>
      <Group mt="xs" gap="xs">
        <Button size="xs" variant="default" onClick={keep}>
          {t('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={take}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
