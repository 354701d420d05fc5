// The whole demo shop: card, customers and conversations in one value.
import { automaticMail } from './automatic-mail.ts';
import { englishCustomers } from './customers-english.ts';
import { greekCustomers } from './customers-greek.ts';
import { otherSenders, turkishCustomers } from './customers-turkish.ts';
import type { DemoShop } from './demo-content.ts';
import { englishClosed } from './english-closed.ts';
import { englishOpen } from './english-open.ts';
import { englishWaiting } from './english-waiting.ts';
import { greekClosed } from './greek-closed.ts';
import { greekOpen } from './greek-open.ts';
import { greekWaiting } from './greek-waiting.ts';
import { reviewConversations, reviewers } from './reviews.ts';
import { turkishBusiness } from './turkish-business.ts';
import { turkishComplaints } from './turkish-complaints.ts';
import { turkishPraise } from './turkish-praise.ts';
import { turkishQuestions } from './turkish-questions.ts';
import { turkishShipping } from './turkish-shipping.ts';

/** The invented shop "Mavi Çini". Times are relative, so it looks alive whenever it is opened. */
export const demoShop: DemoShop = {
  shop: {
    name: 'Mavi Çini',
    agentName: 'Defne',
    email: 'merhaba@mavicini.example',
    website: 'https://www.mavicini.example',
  },
  customers: [...turkishCustomers, ...greekCustomers, ...englishCustomers, ...otherSenders, ...reviewers],
  conversations: [
    ...turkishShipping,
    ...turkishComplaints,
    ...turkishQuestions,
    ...turkishBusiness,
    ...turkishPraise,
    ...greekOpen,
    ...greekWaiting,
    ...greekClosed,
    ...englishOpen,
    ...englishWaiting,
    ...englishClosed,
    ...automaticMail,
    ...reviewConversations,
  ],
};
