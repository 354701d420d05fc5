// The last resort: drawn without kit and catalogues, when the app could not start or a part of it broke.
import classes from './fatal-screen.module.css';

// In all three languages at once: which one is wanted may be what could not be learnt.
const sentences = [
  ['en', 'Defter stumbled. Your messages are safe on this computer.', 'Start again'],
  ['tr', 'Defter tökezledi. Mesajlarınız bu bilgisayarda güvende.', 'Yeniden başlat'],
  ['el', 'Το Defter σκόνταψε. Τα μηνύματά σας είναι ασφαλή σε αυτόν τον υπολογιστή.', 'Νέα εκκίνηση'],
] as const;

export function FatalScreen(props: { message: string }) {
  return (
    <main className={classes['screen']} role="alert">
      {sentences.map(([language, sentence]) => (
        <p key={language} lang={language}>
          {sentence}
        </p>
      ))}
      <button
        type="button"
        className={classes['button']}
        onClick={() => {
          location.reload();
        }}
      >
        {sentences.map(([, , again]) => again).join(' · ')}
      </button>
      <pre className={classes['detail']}>{props.message}</pre>
    </main>
  );
}
