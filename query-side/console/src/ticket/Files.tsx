import { Button, Group } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { download } from '../app/api';
import { messages as shared } from '../app/messages';
import { useLanguage, useTexts, type Language } from '../app/texts';
import { failure } from '../app/told';
import { messages } from './messages';
import type { File } from './queries';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function sized(bytes: number, language: Language): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[step],
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}

export function Files({ files }: { files: readonly File[] }) {
  return files.length === 0 ? null : (
    <Group gap="xs" mt="xs">
      {files.map((file) => (
        <Attachment key={file.id} file={file} />
      ))}
    </Group>
  );
}

function Attachment({ file }: { file: File }) {
  const t = useTexts(messages);
  const s = useTexts(shared);
  const { language } = useLanguage();
  const saving = useMutation({
    mutationFn: () => download(file.id),
    onSuccess: (bytes) => {
      const address = URL.createObjectURL(bytes);
      const link = document.createElement('a');
      link.href = address;
      link.download = file.name;
      link.click();
      URL.revokeObjectURL(address);
    },
    onError: failure(s('failed')),
  });
  return (
    <Button
      size="compact-xs"
      variant="default"
      maw="100%"
      leftSection={<IconPaperclip size={13} aria-hidden />}
      loading={saving.isPending}
      aria-label={t('download', { name: file.name })}
      onClick={() => saving.mutate()}
    >
      {file.name} ({sized(file.size, language)})
    </Button>
  );
}
