// A picture of the inbox to come: a few invented letters in three languages. Decoration only.
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { InitialsAvatar } from '../../ui/initials-avatar.tsx';
import classes from './welcome-picture.module.css';

// Customers write in their own language whatever the screens speak, so these are not translated.
const letters = [
  {
    name: 'Ayşe Yılmaz',
    lang: 'tr',
    icon: 'shopping-bag',
    subject: 'Kargom ne zaman gelir?',
    words: 'Merhaba, siparişim yola çıktı mı? Hediye olacaktı 🎁',
  },
  {
    name: 'Γιώργος Παπαδόπουλος',
    lang: 'el',
    icon: 'mail',
    subject: 'Επιστροφή προϊόντος',
    words: 'Καλησπέρα σας, το βάζο έφτασε με μια μικρή ρωγμή.',
  },
  {
    name: 'Emily Carter',
    lang: 'en',
    icon: 'store',
    subject: 'Custom engraving?',
    words: 'I love the olive-wood board. Could you engrave a name?',
  },
] as const;

export function WelcomePicture() {
  return (
    <div className={classes['picture']} aria-hidden="true">
      <div className={classes['glow']} />
      {letters.map((letter) => (
        <article key={letter.name} className={classes['letter']} lang={letter.lang}>
          <InitialsAvatar name={letter.name} colourKey={letter.name} isTurkish={letter.lang === 'tr'} sizePx={42} />
          <div className={classes['words']}>
            <div className={classes['line']}>
              <strong>{letter.name}</strong>
              <ChannelIcon icon={letter.icon} sizePx={15} />
            </div>
            <div>{letter.subject}</div>
            <p>{letter.words}</p>
          </div>
        </article>
      ))}
      <article className={classes['reply']} lang="tr">
        <IconCheck size={16} stroke={2.2} />
        <span>Bugün kargoda, yarın elinizde. Güzel günlerde kullanın!</span>
      </article>
    </div>
  );
}
