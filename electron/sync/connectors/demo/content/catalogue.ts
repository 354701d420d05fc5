// What the demo shop sells, with prices per currency, and how an order is put together from it.
import type {
  DemoChannel,
  DemoCurrency,
  DemoLanguage,
  DemoOrder,
  DemoOrderItem,
  DemoOrderStatus,
} from './demo-content.ts';

interface DemoProduct {
  title: Readonly<Record<DemoLanguage, string>>;
  /** In kuruş, cents or pence. */
  priceMinor: Readonly<Record<DemoCurrency, number>>;
}

const products = {
  vase: {
    title: { tr: 'Lale Desenli Vazo 24 cm', el: 'Βάζο με τουλίπες 24 εκ.', en: 'Tulip Vase 24 cm' },
    priceMinor: { TRY: 149_000, EUR: 4_800, GBP: 4_200 },
  },
  plate: {
    title: { tr: 'Kobalt Çini Tabak 25 cm', el: 'Πιάτο κοβαλτίου 25 εκ.', en: 'Cobalt Plate 25 cm' },
    priceMinor: { TRY: 89_000, EUR: 2_900, GBP: 2_500 },
  },
  bowl: {
    title: { tr: 'Nar Desenli Kâse 18 cm', el: 'Μπολ με ρόδια 18 εκ.', en: 'Pomegranate Bowl 18 cm' },
    priceMinor: { TRY: 64_000, EUR: 2_200, GBP: 1_900 },
  },
  mugs: {
    title: { tr: "Karanfil Kupa (2'li set)", el: 'Κούπες με γαρίφαλα (σετ 2)', en: 'Carnation Mugs (set of 2)' },
    priceMinor: { TRY: 78_000, EUR: 2_700, GBP: 2_300 },
  },
  teapot: {
    title: { tr: 'Turkuaz Demlik 900 ml', el: 'Τιρκουάζ τσαγιέρα 900 ml', en: 'Turquoise Teapot 900 ml' },
    priceMinor: { TRY: 169_000, EUR: 5_500, GBP: 4_800 },
  },
  meze: {
    title: {
      tr: "Balıklı Meze Tabağı (4'lü)",
      el: 'Πιατάκια μεζέ με ψάρια (σετ 4)',
      en: 'Fish Meze Plates (set of 4)',
    },
    priceMinor: { TRY: 128_000, EUR: 4_200, GBP: 3_600 },
  },
  tiles: {
    title: { tr: "Selçuklu Yıldızı Karo (6'lı)", el: 'Πλακάκια αστέρι (σετ 6)', en: 'Star Tiles (set of 6)' },
    priceMinor: { TRY: 132_000, EUR: 4_500, GBP: 3_900 },
  },
  board: {
    title: {
      tr: 'Zeytin Ağacı Sunum Tahtası',
      el: 'Δίσκος σερβιρίσματος από ξύλο ελιάς',
      en: 'Olive-Wood Serving Board',
    },
    priceMinor: { TRY: 115_000, EUR: 3_900, GBP: 3_400 },
  },
  planter: {
    title: { tr: 'Mavi Saksı 16 cm', el: 'Μπλε γλάστρα 16 εκ.', en: 'Blue Planter 16 cm' },
    priceMinor: { TRY: 56_000, EUR: 1_900, GBP: 1_700 },
  },
  linen: {
    title: { tr: 'Keten Masa Örtüsü 140×180', el: 'Λινό τραπεζομάντιλο 140×180', en: 'Linen Tablecloth 140×180' },
    priceMinor: { TRY: 172_000, EUR: 5_800, GBP: 5_000 },
  },
  candles: {
    title: { tr: "Fener Mumluk (3'lü)", el: 'Κηροπήγια φαναράκι (σετ 3)', en: 'Lantern Candle Holders (set of 3)' },
    priceMinor: { TRY: 69_000, EUR: 2_400, GBP: 2_100 },
  },
} as const satisfies Record<string, DemoProduct>;

type DemoProductKey = keyof typeof products;

const productKeys = Object.keys(products) as DemoProductKey[];

interface DemoMarket {
  /** Of the titles on the order. */
  language: DemoLanguage;
  currency: DemoCurrency;
  carrier: string;
}

interface DemoSale {
  on: DemoChannel;
  number: string;
  daysAgo: number;
  status: DemoOrderStatus;
  /** Given once the parcel has left. */
  tracking?: string;
}

type DemoBasket = Partial<Record<DemoProductKey, number>>;

/** Writes orders for one market: pieces per product become items in its language and currency, and the total is their sum. */
export function seller(market: DemoMarket): (sale: DemoSale, basket: DemoBasket) => DemoOrder {
  return (sale, basket) => {
    const items: DemoOrderItem[] = productKeys.flatMap((key) => {
      const quantity = basket[key];
      if (quantity === undefined) return [];
      const { title, priceMinor } = products[key];
      return [{ title: title[market.language], quantity, priceMinor: priceMinor[market.currency] }];
    });
    return {
      number: sale.number,
      channel: sale.on,
      placedDaysAgo: sale.daysAgo,
      status: sale.status,
      totalMinor: items.reduce((sum, item) => sum + item.quantity * item.priceMinor, 0),
      currency: market.currency,
      items,
      ...(sale.tracking === undefined ? {} : { trackingNumber: sale.tracking, carrier: market.carrier }),
    };
  };
}
