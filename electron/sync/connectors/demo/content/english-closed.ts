// English conversations that ended well.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const englishClosed: DemoConversation[] = [
  {
    id: 'priya-dinner',
    channel: 'email',
    customerId: 'priya-nair',
    subject: 'Your plates stole the show',
    state: 'closed',
    tags: ['Praise'],
    orderNumber: 'MC-10461',
    messages: [
      asked(
        days(2) + hours(9),
        letter`
          Hi Defne,

          Had eight people round last night and nobody talked about my cooking, only about your plates 😂 I’m choosing to be happy about it. Photo attached, taken before the curry.

          Two friends asked for the link, so expect an order from south London!

          Priya x
        `,
        { attachments: [{ name: 'before-the-curry.png', kind: 'photo-plate' }] },
      ),
      answered(
        days(2) + hours(8),
        letter`
          Hi Priya,

          You have just made six people in a workshop in Ayvalık very happy! I am sure the curry deserved half of the applause. May we hang your photo on the kiln-room wall?

          If your friends mention your name with their order, I will tuck a little candle holder into both boxes and one into your next.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(2) + hours(7.5), 'Wall of fame, yes please!!'),
    ],
  },
  {
    id: 'emily-thanks',
    channel: 'email',
    customerId: 'emily-carter',
    subject: 'Re: Has it arrived safely? (MC-10329)',
    state: 'closed',
    tags: ['Review', 'Praise'],
    orderNumber: 'MC-10329',
    messages: [
      answered(
        days(61) + hours(4),
        letter`
          Hello Emily,

          Your mugs and bowls should have been in Bristol for three days now. Did everything arrive safely? And how happy are you with us, on a scale from 1 to 10 (10 is happiest)? A number is enough.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        days(60) + hours(20),
        '10! The note in the box was such a nice touch. The bowls are now strictly for ice cream.\n\nEm',
      ),
    ],
  },
  {
    id: 'daniel-combined-shipping',
    channel: 'ebay',
    customerId: 'daniel-novak',
    subject: 'Combined shipping',
    state: 'closed',
    tags: ['Shipping', 'Payment'],
    orderNumber: '20-11902-64430',
    messages: [
      asked(days(7) + hours(8), 'hi if i buy 2 bowls and the planter do i pay shipping 3x'),
      answered(
        days(7) + hours(7.5),
        'Hello Daniel, good question! You pay shipping once: €7.50 for all three to Prague. Add them to your basket, choose “request total”, and I will send you one invoice within the hour. Warm regards, Defne',
      ),
      asked(days(7) + hours(7.2), 'done thx 👍'),
      answered(
        days(7) + hours(6.8),
        'Thank you, Daniel! One invoice sent, and the three of them travel in one box tomorrow morning. They reach you within five working days. Warm regards, Defne',
      ),
    ],
  },
  {
    id: 'margaret-teapot',
    channel: 'ebay',
    customerId: 'margaret-ellison',
    subject: 'Does the teapot drip?',
    state: 'closed',
    tags: ['Pre-sale'],
    orderNumber: '20-11840-17396',
    messages: [
      asked(
        days(13) + hours(5),
        'Good afternoon. I have bought four teapots in my life and every one of them dribbles. Before I buy a fifth at my age: does yours? I should like an honest answer. Margaret Ellison (Mrs)',
      ),
      answered(
        days(13) + hours(4.2),
        letter`
          Good afternoon Mrs Ellison, an honest answer it is: poured slowly, it stays dry. Poured in a great hurry, one drop hangs on the spout. We cut the lip sharp to stop it, and it helps a great deal. If yours dribbles all the same, I will send you the postage and your money back, and you may tell everybody.
          Warm regards, Defne
        `,
      ),
      asked(days(13) + hours(3), 'That is the first sensible reply I have had from a shop in years. Ordered.'),
      asked(
        days(8) + hours(2),
        'It arrived on my birthday, as it happens. It does not dribble. I tested it on the good tablecloth.',
      ),
      answered(
        days(8) + hours(1),
        'A belated happy birthday, Mrs Ellison, and what a brave test! Thank you for telling me; I have read it out to the man who cut the spout. Warm regards, Defne',
      ),
    ],
  },
  {
    id: 'lucas-tiles',
    channel: 'ebay',
    customerId: 'lucas-meyer',
    subject: 'Star Tiles (set of 6)',
    state: 'closed',
    tags: ['Pre-sale'],
    orderNumber: '18-11307-90144',
    messages: [
      asked(
        days(36) + hours(9),
        'Hello, are the tiles frost-proof? I want to put them outside next to the front door. Regards, Lucas',
      ),
      answered(
        days(36) + hours(8),
        'Hello Lucas, thank you for asking first! Under a roof they are happy outside all year. In open rain and frost I would seal the edges once a year. If you tell me where they go, I will add the right sealant to your box, free of charge. Warm regards, Defne',
      ),
      asked(days(36) + hours(7), 'Under a small roof. Perfect, then I order today.'),
    ],
  },
  {
    id: 'sofia-samples',
    channel: 'email',
    customerId: 'sofia-rossi',
    subject: 'Sample order for our shop',
    state: 'closed',
    tags: ['Wholesale'],
    orderNumber: 'MC-10304',
    messages: [
      asked(
        days(77) + hours(5),
        letter`
          Hello,

          I run a small concept store in Milan and saw your bowls at a friend’s house. Before I talk about quantities I would like to hold them in my hands: could I buy one plate, one bowl and one set of mugs as samples?

          Sofia Rossi
          Bottega Salvia
        `,
      ),
      answered(
        days(77) + hours(3.5),
        letter`
          Hello Sofia,

          Holding them is the best way to decide, so yes, gladly! Please order the three pieces on our website; I will pack them tomorrow, and they reach Milan within six working days. If you order for the shop later, I will take the price of the samples off the first invoice.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        days(67) + hours(2),
        'They are here. Even better than at my friend’s. Give me a few weeks to see how people react.',
      ),
      noted(days(67) + hours(1), 'Deduct the samples (€78) from her first wholesale invoice. Do not forget!'),
    ],
  },
];
