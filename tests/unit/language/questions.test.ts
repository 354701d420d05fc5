// The customer's questions, and which of them a reply seems to answer: told by words, calm where it is not sure.
import { describe, expect, it } from 'vitest';
import { answersTo, findQuestions } from '../../../shared/language/questions.ts';
import type { Language } from '../../../shared/model/ids.ts';

const asked = (text: string, language: Language) =>
  findQuestions(text, language).map(({ text, asksFor }) => [asksFor, text]);
const told = (mail: string, reply: string, language: Language) =>
  answersTo(findQuestions(mail, language), reply, language).map(({ because }) => because);

describe('the questions of a message', () => {
  it('are found with what they ask for', () => {
    expect(
      asked('Hello, how are you? When will my vase arrive? How much is the gift wrap? Is it dishwasher safe?', 'en'),
    ).toEqual([
      ['when', 'When will my vase arrive?'],
      ['how-much', 'How much is the gift wrap?'],
      ['yes-or-no', 'Is it dishwasher safe?'],
    ]);
    expect(asked('Merhaba, kargom ne zaman gelir? Kapıda ödeme var mı? Faturam nerede?', 'tr')).toEqual([
      ['when', 'Merhaba, kargom ne zaman gelir?'],
      ['yes-or-no', 'Kapıda ödeme var mı?'],
      ['where', 'Faturam nerede?'],
    ]);
    expect(
      asked('Καλησπέρα, πότε θα έρθει το βάζο; Πόσο κοστίζει η συσκευασία δώρου; Πλένεται στο πλυντήριο;', 'el'),
    ).toEqual([
      ['when', 'Καλησπέρα, πότε θα έρθει το βάζο;'],
      ['how-much', 'Πόσο κοστίζει η συσκευασία δώρου;'],
      ['yes-or-no', 'Πλένεται στο πλυντήριο;'],
    ]);
  });

  it('are found without a mark where the words leave no doubt', () => {
    expect(asked('kargom ne zaman gelir acaba', 'tr')).toEqual([['when', 'kargom ne zaman gelir acaba']]);
    expect(asked('when will it be here', 'en')).toEqual([['when', 'when will it be here']]);
    expect(asked('I will write when it is here.', 'en')).toEqual([]);
  });

  it('are not those of quoted lines, courtesy or marks alone', () => {
    expect(asked('Thanks!\n\n> When will it arrive?', 'en')).toEqual([]);
    expect(asked('Nasılsınız? ??', 'tr')).toEqual([]);
    expect(asked('Το βάζο έφτασε· ευχαριστώ.', 'el')).toEqual([]);
  });
});

describe('an answer', () => {
  it('to “when” is a day or a time', () => {
    expect(told('When will it arrive?', 'It will be with you on Friday, 14 March.', 'en')).toEqual([
      'Friday, 14 March',
    ]);
    expect(told('Kargom ne zaman gelir?', 'Yarın elinizde olur.', 'tr')).toEqual(['Yarın']);
    expect(told('Πότε θα έρθει;', 'Θα είναι σε εσάς αύριο.', 'el')).toEqual(['αύριο']);
    expect(told('When will it arrive?', 'Thank you for asking about your parcel.', 'en')).toEqual([null]);
    expect(told('When will it arrive?', 'I will write to you by tomorrow, 15:00.', 'en')).toEqual([null]);
    expect(told('Yenisi ne zaman gelir?', 'Yarın 15.00’e kadar size yazacağım.', 'tr')).toEqual([null]);
    expect(told('Πότε θα έρθει;', 'Θα σας γράψω αύριο ως τις 15:00.', 'el')).toEqual([null]);
  });

  it('to “how much” is an amount, or that it is free', () => {
    expect(told('How much is the gift wrap?', 'The wrap is 4.50 €.', 'en')).toEqual(['4.50 €']);
    expect(told('Hediye paketi ne kadar?', 'Hediye paketi ücretsiz.', 'tr')).toEqual(['ücretsiz']);
    expect(told('Πόσο κοστίζει;', 'Είναι δωρεάν.', 'el')).toEqual(['δωρεάν']);
  });

  it('to yes or no is one of them, or what is about the same', () => {
    expect(told('Is the plate dishwasher safe?', 'Yes, gladly.', 'en')).toEqual(['Yes']);
    expect(told('Tabak bulaşık makinesine girer mi?', 'Tabaklarımız bulaşık makinesinde yıkanır.', 'tr')).toEqual([
      'Tabaklarımız … bulaşık … makinesinde',
    ]);
    expect(told('Πλένεται στο πλυντήριο πιάτων;', 'Ναι, πλένεται.', 'el')).toEqual(['Ναι']);
    expect(told('Is the plate dishwasher safe?', 'Thank you for your message.', 'en')).toEqual([null]);
  });

  it('to yes or no is not regret alone, which may be about anything', () => {
    expect(told('Kapıda ödeme var mı?', 'Maalesef kargonuz gecikti.', 'tr')).toEqual([null]);
    expect(told('Kapıda ödeme var mı?', 'Maalesef yok.', 'tr')).toEqual(['Maalesef yok']);
    expect(told('Kapıda ödeme var mı?', 'Maalesef kapıda ödeme alamıyoruz.', 'tr')).toEqual(['kapıda … ödeme']);
    expect(told('Is the plate dishwasher safe?', 'Unfortunately your parcel is late.', 'en')).toEqual([null]);
    expect(told('Is the plate dishwasher safe?', 'Unfortunately not.', 'en')).toEqual(['Unfortunately not']);
    expect(told('Πλένεται στο πλυντήριο;', 'Δυστυχώς το δέμα σας άργησε.', 'el')).toEqual([null]);
    expect(told('Πλένεται στο πλυντήριο;', 'Δυστυχώς όχι.', 'el')).toEqual(['Δυστυχώς όχι']);
  });

  it('to two questions for the same needs to say which', () => {
    const mail = 'When will the vase arrive? When do you open on Sunday?';
    expect(told(mail, 'The vase is with you on 3 May.', 'en')).toEqual(['3 May', null]);
    expect(told(mail, 'The vase is with you on 3 May. On Sunday we open at 10:00.', 'en')).toEqual(['3 May', 'Sunday']);
  });

  it('is no question of the reply, and nothing it quotes', () => {
    expect(told('When will it arrive?', 'Shall I send it on Friday?', 'en')).toEqual([null]);
    expect(told('When will it arrive?', 'Hello!\n\n> It leaves on Friday.', 'en')).toEqual([null]);
  });
});
