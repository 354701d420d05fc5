// One HTML mail in a script-less frame of its own, as high as the mail; remote pictures only when asked.
import { Anchor, Box, Button, Group, Skeleton, Text } from '@mantine/core';
import IconPhotoOff from '@tabler/icons-react/dist/esm/icons/IconPhotoOff.mjs';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MessageRow } from '../../../database/rows.ts';
import { AppError } from '../../../../shared/errors.ts';
import { changeSettings } from '../../actions/change-settings.ts';
import { attempt, noticeError } from '../../actions/notices.tsx';
import { useUnsafeHtml } from '../../reads/use-bodies.ts';
import { useCellPart } from '../../state/cell.ts';
import { useDesk, type Desk } from '../../state/desk.ts';
import { useText } from '../../text/use-text.ts';
import { NotWhileReading } from '../inbox/not-while-reading.tsx';
import classes from './conversation.module.css';
import { dataUrl } from './picture-data.ts';
import type { Pictures, Sanitised } from './sanitise.ts';

const noPictures: Pictures = new Map();
const firstHeightPx = 80;
const unmeasuredHeightPx = 420;

export function MailFrame({ message }: { message: MessageRow }) {
  const text = useText();
  const desk = useDesk();
  const unsafeHtml = useUnsafeHtml(message.n, true);
  const [pictures, setPictures] = useState<Pictures>(noPictures);
  const [isFetching, setFetching] = useState(false);
  const mail = useSanitised(unsafeHtml ?? '', pictures);
  const isTrusted = useCellPart(desk.app, ({ settings }) => settings.pictureSenders.includes(message.from.address));
  useInlinePictures(desk, message, mail, setPictures);

  const showPictures = useCallback(async () => {
    if (!mail || mail.remoteUrls.length === 0) return;
    setFetching(true);
    try {
      const found = await desk.store.fetchPictures({ urls: mail.remoteUrls }, { timeoutMs: 120_000 });
      // one that could not be had gets an empty picture, so that it is not asked for again
      const shown = new Map(mail.remoteUrls.map((url) => [url, 'data:,']));
      for (const { url, mimeType, bytes } of found) shown.set(url, await dataUrl(bytes, mimeType));
      setPictures((before) => new Map([...before, ...shown]));
    } catch (thrown) {
      noticeError(thrown);
    } finally {
      setFetching(false);
    }
  }, [desk, mail]);

  useEffect(() => {
    if (isTrusted && mail && mail.remoteUrls.length > 0 && !isFetching) void showPictures();
  }, [isTrusted, mail, isFetching, showPictures]);

  if (unsafeHtml === undefined || !mail) return <Skeleton animate={false} height={120} />;
  return (
    <Box>
      {mail.remoteUrls.length > 0 && !isTrusted && (
        <Group className={classes['pictureBar']} gap="xs">
          <IconPhotoOff size={15} aria-hidden />
          <Text size="xs" className={classes['pictureWords'] ?? ''}>
            {text('mail.pictures.hidden', { count: mail.remoteUrls.length })}
          </Text>
          <Button size="compact-xs" variant="default" loading={isFetching} onClick={() => void showPictures()}>
            {text('mail.pictures.show')}
          </Button>
          <NotWhileReading>
            <Anchor
              component="button"
              size="xs"
              onClick={() => {
                const { pictureSenders } = desk.app.get().settings;
                void attempt(changeSettings(desk, { pictureSenders: [...pictureSenders, message.from.address] }));
              }}
            >
              {text('mail.pictures.always')}
            </Anchor>
          </NotWhileReading>
        </Group>
      )}
      <Frame safeHtml={mail.html} title={text('mail.frame.title', { subject: message.subject })} />
    </Box>
  );
}

/** The sanitiser is loaded with the first HTML mail, not with the app. */
function useSanitised(unsafeHtml: string, pictures: Pictures): Sanitised | undefined {
  const [sanitiser, setSanitiser] = useState<{ sanitise: typeof import('./sanitise.ts').sanitise }>();
  useEffect(() => {
    import('./sanitise.ts').then(setSanitiser, noticeError);
  }, []);
  return useMemo(() => sanitiser?.sanitise(unsafeHtml, pictures), [sanitiser, unsafeHtml, pictures]);
}

/** Pictures that came inside the mail are fetched from its own server without asking: nobody learns anything new. */
function useInlinePictures(
  desk: Desk,
  message: MessageRow,
  mail: Sanitised | undefined,
  setPictures: (change: (before: Pictures) => Pictures) => void,
): void {
  const wanted = mail?.contentIds.join(' ') ?? '';
  useEffect(() => {
    const attachments = message.attachments.filter(
      ({ contentId }) => contentId && wanted.split(' ').includes(contentId),
    );
    let isGone = false;
    for (const { ref, contentId = '' } of attachments) {
      desk.store.readPicture({ messageId: message.id, ref }, { timeoutMs: 120_000 }).then(
        async ({ mimeType, bytes }) => {
          const url = await dataUrl(bytes, mimeType);
          if (!isGone) setPictures((before) => new Map([...before, [`cid:${contentId}`, url]]));
        },
        (thrown: unknown) => {
          // offline, or no picture after all: the mail stays readable without it; the log has the reason
          void desk.main.log({ level: 'warn', message: `A picture inside a mail: ${String(thrown)}` });
        },
      );
    }
    return () => {
      isGone = true;
    };
  }, [desk, message.id, message.attachments, wanted, setPictures]);
}

function Frame({ safeHtml, title }: { safeHtml: Sanitised['html']; title: string }) {
  const desk = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  const [url, setUrl] = useState<string>();
  const [heightPx, setHeightPx] = useState(firstHeightPx);

  useEffect(() => {
    let isGone = false;
    desk.main.putMailBody({ safeHtml }).then((put) => {
      if (!isGone) setUrl(put.url);
    }, noticeError);
    return () => {
      isGone = true;
    };
  }, [desk, safeHtml]);

  const measure = useCallback(() => {
    if (url === undefined) return;
    desk.main.measureMailBody({ url }).then(
      (measured) => {
        setHeightPx(Math.ceil(measured.heightPx));
      },
      (thrown: unknown) => {
        // the frame went away meanwhile; or it cannot be measured, and then the mail is scrolled inside its frame
        if (thrown instanceof AppError && thrown.code !== 'gone') setHeightPx(unmeasuredHeightPx);
      },
    );
  }, [desk, url]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let lastWidth = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === lastWidth) return;
      lastWidth = element.clientWidth;
      measure();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [measure]);

  return (
    <iframe
      ref={frame}
      className={classes['frame']}
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      height={heightPx}
      onLoad={measure}
      {...(url === undefined ? {} : { src: url })}
    />
  );
}
