import {
  ActionIcon,
  AppShell,
  Burger,
  Group,
  Menu,
  NavLink,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { areas } from './areas';
import { messages } from './messages';
import { organisation } from './organisation';
import { signOut, useCaller, useSession } from './session';
import classes from './Shell.module.css';
import { SignIn } from './SignIn';
import { Failed, Loading, Offline } from './States';
import { languages, useLanguage, useTexts } from './texts';
import { resume } from './session';
import { failure } from './told';

/** The frame of every page; in its place, whoever is not signed in is asked who they are. */
export function Shell() {
  const session = useSession();
  switch (session.state) {
    case 'starting':
      return <Loading />;
    case 'unreachable':
      return <Failed error={session.problem} reset={() => void resume()} />;
    case 'out':
      return <SignIn />;
    case 'in':
      return <Frame />;
  }
}

function Frame() {
  const t = useTexts(messages);
  const [open, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    close();
    // Whoever listens to the page hears the new one from its beginning.
    if (before.current !== pathname) {
      before.current = pathname;
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname, close]);
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding={{ base: 'xs', sm: 'md' }}
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={open}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={open}
            />
            <Link to="/" className={classes.brand} aria-label="Docket">
              <img src={`${import.meta.env.BASE_URL}docket.svg`} alt="" width={26} height={26} />
              <Text component="span" fw={700} visibleFrom="xs">
                Docket
              </Text>
            </Link>
            <Organisation />
          </Group>
          <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
            {areas.map(
              ({ everywhere: Everywhere }, place) => Everywhere && <Everywhere key={place} />,
            )}
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <nav aria-label={t('navigation')}>
          <Places pathname={pathname} />
        </nav>
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1} className={classes.main}>
        <Offline />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** Whose desk this is, as soon as somebody has said it. */
function Organisation() {
  const { data } = useQuery(organisation());
  return (
    data?.name && (
      <Text size="sm" c="dimmed" truncate title={data.name} miw={0}>
        {data.name}
      </Text>
    )
  );
}

function Places({ pathname }: { pathname: string }) {
  const caller = useCaller();
  const { language } = useLanguage();
  return areas
    .flatMap((area) => area.places ?? [])
    .filter((place) => place.shown(caller))
    .sort((a, b) => a.order - b.order)
    .map((place) => {
      const here = pathname === place.to;
      return (
        <NavLink
          key={place.to}
          renderRoot={(props) => <Link to={place.to} search={place.search ?? {}} {...props} />}
          label={place.label[language]}
          leftSection={<place.icon size={18} aria-hidden />}
          active={here}
          aria-current={here ? 'page' : undefined}
        />
      );
    });
}

function Account() {
  const t = useTexts(messages);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('account')}>
          <IconUserCircle aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            onClick={() => choose(one)}
            role="menuitemradio"
            aria-checked={one === language}
            fw={one === language ? 700 : 400}
            lang={one}
          >
            {new Intl.DisplayNames([one], { type: 'language' }).of(one)}
          </Menu.Item>
        ))}
        <Menu.Label>{t('appearance')}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            fw={scheme === colorScheme ? 700 : 400}
          >
            {t(scheme)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut().catch(failure(t('failed')))}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
