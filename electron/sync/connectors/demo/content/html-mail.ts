// HTML bodies as mail programs and shop systems really send them: tables, inline styles, remote and embedded pictures.

/** The demo shop's own order confirmation to a customer. */
export const orderConfirmation = `<!doctype html>
<html lang="tr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Siparişiniz alındı</title></head>
<body style="margin:0;padding:0;background-color:#f3f6fa;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#f3f6fa;"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:560px;max-width:100%;background-color:#ffffff;border:1px solid #dfe6ee;border-radius:8px;font-family:Georgia,'Times New Roman',serif;color:#22303f;">
<tr><td align="center" style="padding:28px 32px 12px;border-bottom:3px solid #1f4e9e;">
<img src="https://www.mavicini.example/eposta/logo.png" width="140" height="48" alt="Mavi Çini" style="display:block;border:0;">
</td></tr>
<tr><td style="padding:24px 32px 8px;font-size:16px;line-height:1.6;">
<p style="margin:0 0 12px;">Merhaba Elif Hanım,</p>
<p style="margin:0 0 12px;"><strong>MC-10489</strong> numaralı siparişiniz bize ulaştı, teşekkür ederiz.</p>
</td></tr>
<tr><td style="padding:0 32px;">
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:15px;">
<tr style="background-color:#eef3fb;"><th align="left" style="padding:8px;">Ürün</th><th align="center" style="padding:8px;">Adet</th><th align="right" style="padding:8px;">Tutar</th></tr>
<tr><td style="padding:10px 8px;border-bottom:1px solid #e6ebf1;">Turkuaz Demlik 900 ml</td><td align="center" style="padding:10px 8px;border-bottom:1px solid #e6ebf1;">1</td><td align="right" style="padding:10px 8px;border-bottom:1px solid #e6ebf1;">1.690,00 TL</td></tr>
<tr><td colspan="2" align="right" style="padding:8px;">Kargo</td><td align="right" style="padding:8px;">Bizden</td></tr>
<tr><td colspan="2" align="right" style="padding:8px;"><strong>Toplam</strong></td><td align="right" style="padding:8px;"><strong>1.690,00 TL</strong></td></tr>
</table>
</td></tr>
<tr><td style="padding:20px 32px 28px;font-size:16px;line-height:1.6;">
<p style="margin:0 0 12px;">Demliğinizi yarın özenle paketleyip yola çıkaracağız. Bu e-postayı yanıtlayarak bize her zaman yazabilirsiniz.</p>
<p style="margin:0;">Sevgiler,<br>Defne<br>Mavi Çini</p>
</td></tr>
</table>
</td></tr></table>
</body></html>`;

/** A packaging supplier's order confirmation to the shop, with a remote logo and a counting pixel. */
export const supplierConfirmation = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>
<body bgcolor="#FFFFFF" style="font-family:Verdana,Arial,sans-serif;font-size:13px;color:#333333;">
<table width="600" align="center" cellpadding="0" cellspacing="0" border="0">
<tr><td style="padding:16px 0;"><a href="https://www.pamukkutu.example/?utm_source=siparis"><img src="https://gorsel.pamukkutu.example/logo-600.png" width="600" height="80" border="0" alt="Pamukkutu Ambalaj"></a></td></tr>
<tr><td><h2 style="margin:8px 0;color:#8a4b12;font-size:18px;">Siparişiniz alındı: PK-58214</h2><p>Merhaba Mavi Çini,</p></td></tr>
<tr><td>
<table width="100%" cellpadding="6" cellspacing="0" border="1" bordercolor="#d8c7b4" style="border-collapse:collapse;font-size:13px;">
<thead><tr bgcolor="#f6ede3"><th align="left">Kod</th><th align="left">Ürün</th><th align="right">Adet</th><th align="right">Birim</th><th align="right">Tutar</th></tr></thead>
<tbody>
<tr><td>KT-303030</td><td>Çift oluklu kutu 30×30×30 cm</td><td align="right">100</td><td align="right">24,00 TL</td><td align="right">2.400,00 TL</td></tr>
<tr><td>PTK-50</td><td>Petek kâğıt rulo 50 m</td><td align="right">4</td><td align="right">290,00 TL</td><td align="right">1.160,00 TL</td></tr>
<tr><td>BNT-KR</td><td>“Dikkat, kırılır” bant</td><td align="right">12</td><td align="right">45,00 TL</td><td align="right">540,00 TL</td></tr>
</tbody>
<tfoot>
<tr><td colspan="4" align="right">Ara toplam</td><td align="right">4.100,00 TL</td></tr>
<tr><td colspan="4" align="right">KDV (%20)</td><td align="right">820,00 TL</td></tr>
<tr bgcolor="#f6ede3"><td colspan="4" align="right"><b>Genel toplam</b></td><td align="right"><b>4.920,00 TL</b></td></tr>
</tfoot></table>
</td></tr>
<tr><td style="padding-top:12px;"><b>Teslimat adresi</b><br>Mavi Çini Atölyesi<br>Örnek Mah. Zeytinli Sok. No: 4<br>Ayvalık / Balıkesir</td></tr>
<tr><td style="padding-top:12px;">Sevkiyat: iki iş günü içinde. Sorularınız için bu iletiyi yanıtlayabilirsiniz.</td></tr>
<tr><td style="padding-top:20px;color:#999999;font-size:11px;">Pamukkutu Ambalaj, Organize Sanayi Bölgesi, Balıkesir · Tel: 0266 000 00 00</td></tr>
</table>
<img src="https://say.pamukkutu.example/ac.gif?m=58214" width="1" height="1" alt="">
</body></html>`;

/** A monthly newsletter with remote pictures, buttons and a link to leave. */
export const newsletter = `<!doctype html><html lang="tr"><head><meta charset="utf-8">
<style>@media (max-width:600px){.sutun{display:block!important;width:100%!important}} a{color:#b3411e}</style></head>
<body style="margin:0;background:#fbf7f2;">
<div style="display:none;max-height:0;overflow:hidden;">Aynı oksit, beş ayrı mavi: inceltme oranları ve fırça seçimi.</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="background:#ffffff;font-family:Arial,Helvetica,sans-serif;color:#3b2f2a;">
<tr><td style="padding:20px 28px;background:#b3411e;color:#ffffff;font-size:22px;font-weight:bold;">Fırın Başı <span style="font-size:13px;font-weight:normal;">sayı 41</span></td></tr>
<tr><td><img src="https://resim.firinbasi.example/41/kapak.jpg" width="600" height="260" alt="Beş ayrı tonda kobalt mavisi deneme karoları" style="display:block;width:100%;height:auto;border:0;"></td></tr>
<tr><td style="padding:24px 28px 8px;"><h1 style="margin:0 0 8px;font-size:22px;">Kobaltın beş tonu</h1>
<p style="margin:0 0 16px;font-size:15px;line-height:1.6;">Aynı oksit, beş ayrı mavi: inceltme oranları ve fırça seçimi. Deneme karolarımızı adım adım fotoğrafladık.</p>
<a href="https://www.firinbasi.example/41/kobalt" style="display:inline-block;padding:10px 18px;background:#b3411e;color:#ffffff;text-decoration:none;border-radius:4px;">Yazıyı oku</a></td></tr>
<tr><td style="padding:24px 28px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
<td class="sutun" width="180" valign="top"><img src="https://resim.firinbasi.example/41/catlak.jpg" width="164" height="120" alt="Sırda ince çatlaklar" style="border:0;"></td>
<td class="sutun" valign="top"><h2 style="margin:0 0 6px;font-size:17px;">Sır neden çatlar?</h2>
<p style="margin:0;font-size:14px;line-height:1.6;">Soğuma eğrisi, kil ve sır uyumu; evde yapılabilecek basit bir test. <a href="https://www.firinbasi.example/41/sir-catlagi">Devamı</a></p></td>
</tr></table></td></tr>
<tr><td style="padding:16px 28px;background:#f3ebe3;font-size:12px;color:#7d6e66;">Bu e-postayı bültenimize üye olduğunuz için aldınız. <a href="https://www.firinbasi.example/ayril">Üyelikten ayrıl</a> · <a href="https://www.firinbasi.example/41">Tarayıcıda aç</a></td></tr>
</table></td></tr></table>
<img src="https://resim.firinbasi.example/o/41/8f20.gif" width="1" height="1" alt=""></body></html>`;

/** A phishing attempt: the link shows the shop's own panel and leads elsewhere. */
export const phishing = `<html><body style="font-family:Arial,sans-serif;font-size:14px;color:#222;">
<table width="580" cellpadding="0" cellspacing="0" style="border:1px solid #cccccc;"><tr><td style="background:#d62b2b;color:#ffffff;padding:14px 20px;font-size:18px;"><b>GÜVENLİK UYARISI</b></td></tr>
<tr><td style="padding:20px;">
<img src="https://cdn.hesap-onay.example/kalkan.png" width="64" height="64" alt="">
<p>Sayın Satıcı,</p>
<p>Hesabınızda olağan dışı bir oturum açma <b>tesbit edilmiştir</b>. Güvenliğiniz için mağazanız <b style="color:#d62b2b;">24 saat içerisinde askıya alınacak</b> ve bekleyen ödemeleriniz durdurulacaktır.</p>
<p>Hesabınızı doğrulamak için aşağıdaki bağlantıya tıklayarak kullanıcı adı, şifre ve kart bilgilerinizi giriniz:</p>
<p><a href="https://magaza-dogrulama.hesap-onay.example/giris?id=8842">https://panel.mavicini.example/guvenlik</a></p>
<p>Bu işlemi yapmadığınız taktirde hesabınız kalıcı olarak kapatılacaktır.</p>
<p>Hesap Güvenlik Merkezi</p>
</td></tr></table>
<script>document.location='https://magaza-dogrulama.hesap-onay.example/giris?id=8842'</script>
</body></html>`;

/** An absence notice with the kind of signature that carries a remote logo. */
export const galleryAbsence = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
<div style="font-family:Calibri,Arial,sans-serif;font-size:11pt;">
<p>Thank you for your message. The gallery is closed for re-hanging and I am away from my desk until next Tuesday. I will reply as soon as I am back. If it is about a delivery, please ring the framing workshop on 01632 960 147.</p>
<table cellpadding="0" cellspacing="0" style="border-top:2px solid #2f5d62;margin-top:12px;"><tr>
<td style="padding:10px 12px 0 0;"><img src="https://www.harbourstreetgallery.example/sig/logo.png" width="90" height="60" alt="Harbour Street Gallery"></td>
<td style="padding-top:10px;font-size:10pt;color:#2f5d62;"><b>Nell Ashdown</b><br>Harbour Street Gallery, Whitby<br><a href="mailto:hello@harbourstreetgallery.example" style="color:#2f5d62;">hello@harbourstreetgallery.example</a></td>
</tr></table></div></body></html>`;

/** A customer's reply typed on a phone, with the photograph inside the text. */
export const inlinePhotograph = `<html><body style="word-wrap:break-word;">
<div dir="ltr">Hi there,<div><br></div><div>The six cobalt plates arrived this morning. Five are perfect and honestly even nicer than in the pictures. Sadly the sixth is in three pieces. This is what the box looked like when the courier handed it over:</div><div><br></div>
<div><img src="cid:photo-box" alt="box.png" width="420"></div><div><br></div>
<div>We’re six at the table next weekend, so could I get one replacement plate rather than sending the whole lot back?</div><div><br></div>
<div>Thanks a million,</div><div>Hannah</div></div>
<div><br></div><div style="color:#888888;">Sent from my phone</div>
</body></html>`;
