import { Select, type ComboboxItem, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { people } from './queries';

interface PersonSelectProps extends Omit<
  SelectProps,
  'data' | 'value' | 'onChange' | 'searchValue' | 'onSearchChange'
> {
  /** What may be chosen beside people. */
  also?: readonly ComboboxItem[];
  value: string | null;
  onChange: (id: string | null, name: string | undefined) => void;
  /** Only those who work on tickets. */
  agents?: boolean;
}

const PAUSE = 200;
const WORKING = ['agent', 'lead', 'admin'];

/** Somebody of the organisation, found by the beginning of their name or address. */
export function PersonSelect({ also = [], value, onChange, agents, ...props }: PersonSelectProps) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, PAUSE);
  const chosenLabel = also.find((item) => item.value === value)?.label;
  const found = useQuery(people(typed === chosenLabel ? '' : asked));
  const options = (found.data?.items ?? [])
    .filter((person) => person.active)
    .filter((person) => !agents || person.roles.some((role) => WORKING.includes(role)))
    .map((person) => ({ value: person.id, label: person.name }));
  const data = [...also, ...options.filter((one) => also.every((o) => o.value !== one.value))];
  return (
    <Select
      searchable
      clearable
      comboboxProps={{ withinPortal: true }}
      {...props}
      data={data}
      filter={({ options: all }) => all}
      value={value}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id, option?.label)}
    />
  );
}
