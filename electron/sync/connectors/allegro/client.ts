// How Defter is registered with Allegro: one client for the whole product, as Allegro's rules ask.
/**
 * From apps.developer.allegro.pl (a "device" application). Empty: Defter is not registered yet, and Allegro is offered to developers only,
 * who bring an id of their own.
 */
export const allegroClientId: string = '';
