// English conversations that wait for the customer or for a day.
import type { DemoConversation } from './demo-content.ts';
import { answered, asked, days, hours, letter, noted } from './writing.ts';

export const englishWaiting: DemoConversation[] = [
  {
    id: 'grace-return',
    channel: 'ebay',
    customerId: 'grace-okafor',
    subject: 'Return request: tablecloth too short',
    state: 'waiting',
    tags: ['Return'],
    orderNumber: '19-11760-31882',
    messages: [
      asked(
        days(1) + hours(6),
        'Hello, beautiful linen but it’s about 20 cm too short for our table, my own fault for not measuring. Unopened apart from unfolding it once. Can I send it back?',
      ),
      answered(
        days(1) + hours(4.5),
        letter`
          Hello Grace, thank you for writing so openly. Of course you can. There are two easy ways:
          1) Send it back with the prepaid label on your eBay return page, and I will refund £50.00 on the day it arrives.
          2) Swap it for the 150 × 250 cm cloth, which comes out at the end of next week. You would keep this one until the new one is there.
          Just tell me 1 or 2 and I will set it up the same day.
          Warm regards, Defne
        `,
      ),
    ],
  },
  {
    id: 'tom-lost-parcel',
    channel: 'ebay',
    customerId: 'tom-becker',
    subject: 'Parcel lost? 19-11693-08457',
    state: 'waiting',
    tags: ['Shipping', 'Complaint'],
    orderNumber: '19-11693-08457',
    messages: [
      asked(days(3) + hours(2), 'It has been nearly three weeks. I think my parcel is lost. What now?'),
      answered(
        days(3) + hours(1.2),
        'Hello Tom, thank you for letting me know, and I am sorry you had to ask. I opened a trace with Heron Parcels this morning. They answer within two working days, and I will write to you with the result the same day. Warm regards, Defne',
      ),
      noted(days(1), 'Trace result: last scan in the Venlo hub, declared lost. Claim filed, €72.'),
      answered(
        hours(8),
        letter`
          Hello Tom, as promised, here is the result: Heron Parcels lost track of your box in Venlo, so I am taking over. Please choose what suits you best:
          1) A new vase and candle holders leave today by express and reach you within three working days.
          2) I refund the full €72.00 today.
          Just answer 1 or 2. Thank you for your patience.
          Warm regards, Defne
        `,
      ),
    ],
  },
  {
    id: 'ingrid-customs',
    channel: 'email',
    customerId: 'ingrid-solberg',
    subject: 'Customs is asking me for an invoice',
    state: 'waiting',
    tags: ['Shipping', 'Invoice'],
    orderNumber: 'MC-10456',
    messages: [
      asked(
        days(2) + hours(5),
        letter`
          Hello,

          Norwegian customs has stopped my parcel (MC-10456) and wants a commercial invoice. I only have the order confirmation. Can you send it? They give me ten days.

          Best wishes,
          Ingrid Solberg
        `,
      ),
      answered(
        days(2) + hours(4),
        letter`
          Hello Ingrid,

          Thank you for telling me straight away. The commercial invoice is ready, with the tariff number for ceramics already filled in. Could you send me the reference number from the customs letter? I will then send the invoice to them directly, the same day, with you in copy; they usually release the parcel within three working days.

          If they add any fee, send me a photo of it and I will refund it.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
    ],
  },
  {
    id: 'james-gift-date',
    channel: 'email',
    customerId: 'james-whitfield',
    subject: 'Please hold until the wedding week',
    state: 'snoozed',
    snoozeHours: 72,
    tags: ['Gift', 'Shipping'],
    orderNumber: 'MC-10480',
    messages: [
      asked(
        days(2) + hours(22),
        letter`
          Dear Mavi Çini,

          I ordered the vase and the candle holders as a wedding present (MC-10480). Could you hold the parcel and send it so that it arrives next week rather than this one? The happy couple are away until then and their neighbour is, shall we say, curious.

          The card should read: “To Isla and Fergus – may it never be empty. Uncle James.”

          Yours,
          James Whitfield
        `,
      ),
      answered(
        days(2) + hours(20.5),
        letter`
          Dear James,

          What a good wish! The parcel stays safely on our shelf and leaves in three days, so that it reaches Edinburgh in the middle of next week. The card is written by hand, and the box carries no picture and no shop name: nothing to see for the neighbour.

          I will send you the tracking number on the day it leaves.

          Warm regards,
          Defne
          Mavi Çini
        `,
      ),
      asked(days(2) + hours(18), 'Splendid. Much obliged!'),
    ],
  },
];
