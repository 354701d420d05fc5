// English conversations that wait for the shop's answer.
import type { DemoConversation } from './demo-content.ts';
import { inlinePhotograph } from './html-mail.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const englishOpen: DemoConversation[] = [
  {
    id: 'emily-engraving',
    channel: 'ebay',
    customerId: 'emily-carter',
    subject: 'Custom engraving possible?',
    state: 'open',
    tags: ['Custom', 'Pre-sale'],
    messages: [
      asked(
        21,
        'Hi! I love the olive-wood board. Could you engrave “Nan’s Kitchen” along the edge? It’s for her 80th, so I’d need it in about three weeks. Happy to pay extra of course 🙂',
        { unread: true },
      ),
    ],
  },
  {
    id: 'lucas-not-as-described',
    channel: 'ebay',
    customerId: 'lucas-meyer',
    subject: 'Item not as described: 20-11852-55210',
    state: 'open',
    tags: ['Complaint', 'Return'],
    orderNumber: '20-11852-55210',
    messages: [
      asked(
        hours(1.3),
        letter`
          Hello,

          the colour in the listing is a deep cobalt blue, but one of the two plates I received is much more turquoise (see photo). Next to each other they do not match at all. I would prefer an exchange instead of opening a case, but I must say I am disappointed, the tiles I bought from you last month were perfect.

          Regards, Lucas
        `,
        { unread: true, attachments: [{ name: 'plate-colour.png', kind: 'photo-plate' }] },
      ),
    ],
  },
  {
    id: 'sofia-wholesale',
    channel: 'email',
    customerId: 'sofia-rossi',
    subject: 'Re: Wholesale price list',
    state: 'open',
    tags: ['Wholesale'],
    messages: [
      asked(
        days(2) + hours(4),
        letter`
          Dear Defne,

          the sample pieces have been on our counter for two months and people keep asking to buy them. Could you send me your wholesale price list and the minimum order?

          Best,
          Sofia Rossi
          Bottega Salvia, Milano
        `,
      ),
      answered(
        days(2) + hours(2.5),
        letter`
          Dear Sofia,

          What lovely news, thank you! For shops we start at 24 pieces, mixed as you like:

          Cobalt Plate 25 cm: €18.00
          Pomegranate Bowl 18 cm: €13.50
          Carnation Mugs (set of 2): €16.50

          Delivery to Milan is included from €400, and an order placed by Friday leaves our kiln in three weeks. I can hold this price for you until the end of the month.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        hours(2.2),
        letter`
          Thanks for the quick answer! We would take 40 pieces: 16 plates, 16 bowls, 8 sets of mugs, if they can be here before our shop’s birthday, so in five weeks at the latest. Could the bowls come with our shop’s label instead of yours?

          And one thing I forgot: do you ship on pallets or in single boxes? Our street is closed to lorries.

          Sofia

          On Tue, Defne (Mavi Çini) <merhaba@mavicini.example> wrote:
          > Dear Sofia,
          >
          > What lovely news, thank you! For shops we start at 24 pieces, mixed
          > as you like:
          >
          > Cobalt Plate 25 cm: €18.00
          > Pomegranate Bowl 18 cm: €13.50
          > Carnation Mugs (set of 2): €16.50
          >
          > Delivery to Milan is included from €400, and an order placed by
          > Friday leaves our kiln in three weeks.
        `,
        { unread: true },
      ),
    ],
  },
  {
    id: 'oliver-where-is-my-order',
    channel: 'ebay',
    customerId: 'oliver-marsh',
    subject: 'Where is my order 20-11846-20671?',
    state: 'open',
    tags: ['Shipping'],
    orderNumber: '20-11846-20671',
    messages: [
      asked(days(4) + hours(3), 'Hi, any idea when the teapot will turn up? Cheers'),
      answered(
        days(4) + hours(2.4),
        'Hello Oliver, thanks for asking! Your teapot has cleared customs and is with Heron Parcels. They expect to deliver within two working days. I will check the tracking again the day after tomorrow. Warm regards, Defne',
      ),
      asked(
        hours(3.8),
        'Tracking hasn’t moved since you wrote. Still says “in transit to depot”. Bit fed up now to be honest, should I just ask for a refund?',
        { unread: true },
      ),
    ],
  },
  {
    id: 'charlotte-cafe',
    channel: 'email',
    customerId: 'charlotte-dunne',
    subject: 'Re: Re: Mugs and plates for our café',
    state: 'open',
    tags: ['Wholesale', 'Custom'],
    messages: [
      asked(
        days(6) + hours(3),
        letter`
          Hello,

          We’re opening a small café in Cork in the spring and I’ve completely fallen for your carnation mugs. Two practical questions before I fall any further: do they stack, and would they survive a commercial dishwasher?

          We’d need 36 mugs, and 24 plates if the budget allows.

          Charlotte Dunne
          Salt & Sorrel
        `,
      ),
      answered(
        days(6) + hours(1),
        letter`
          Hello Charlotte,

          Congratulations on the café! Yes to both: the mugs stack two high, and they are fired at 1,020 °C, so a commercial machine at up to 65 °C is fine.

          For 36 mugs and 24 plates my price is €768 all in, delivered to Cork within five weeks of your order. If you would like to start small, 18 mugs can be with you in ten days and the rest can follow.

          I will pop two mugs in the post tomorrow so that you can try them in your own machine.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        days(2) + hours(3),
        letter`
          The test mugs have been through the machine eleven times and look brand new. My business partner tried to stack them three high. He has been spoken to.

          Could you do the mugs without the rim line, so just the carnation? And can we pay in two instalments?

          Charlotte

          On Wed, Defne (Mavi Çini) <merhaba@mavicini.example> wrote:
          > For 36 mugs and 24 plates my price is €768 all in, delivered to Cork
          > within five weeks of your order. If you would like to start small,
          > 18 mugs can be with you in ten days and the rest can follow.
        `,
      ),
      answered(
        days(2) + hours(1),
        letter`
          Hello Charlotte,

          Eleven times, I am impressed! Just the carnation is easy, and it stays the same price. Two instalments are fine too: half when you order, half when the last box arrives. I will keep two kiln days free for you until the end of next week.

          Shall I write the order for all 60 pieces?

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(
        hours(9),
        letter`
          Yes please, all 60! A few details:

          – invoice to Salt & Sorrel Ltd, details to follow from Aoife in cc
          – delivery before noon if at all possible, we’re on a one-way street
          – 4 of the 36 mugs left-handed?! (carnation facing the other way, both our baristas are lefties)

          So excited,
          Charlotte

          On Sun, Defne (Mavi Çini) <merhaba@mavicini.example> wrote:
          > Hello Charlotte,
          >
          > Eleven times, I am impressed! Just the carnation is easy, and it stays
          > the same price. Two instalments are fine too: half when you order, half
          > when the last box arrives.
          >
          >> Could you do the mugs without the rim line, so just the carnation? And
          >> can we pay in two instalments?
        `,
        { cc: ['aoife@saltandsorrel.example'] },
      ),
      noted(
        hours(8.5),
        'Left-handed mugs: Nuri says yes, he mirrors the stencil, no extra charge. Waiting for the invoice details from Aoife.',
      ),
    ],
  },
  {
    id: 'hannah-broken-plate',
    channel: 'email',
    customerId: 'hannah-brooks',
    subject: 'One broken plate out of six (MC-10464)',
    state: 'open',
    tags: ['Damaged'],
    orderNumber: 'MC-10464',
    messages: [
      asked(
        hours(20),
        letter`
          Hi there,

          The six cobalt plates arrived this morning. Five are perfect and honestly even nicer than in the pictures. Sadly the sixth is in three pieces. This is what the box looked like when the courier handed it over:

          [box.png]

          We’re six at the table next weekend, so could I get one replacement plate rather than sending the whole lot back?

          Thanks a million,
          Hannah

          Sent from my phone
        `,
        { html: inlinePhotograph, attachments: [{ name: 'box.png', kind: 'photo-box' }] },
      ),
      noted(hours(19), 'Plate in stock, can go out with tomorrow’s Dublin parcels. No return needed.'),
    ],
  },
];
