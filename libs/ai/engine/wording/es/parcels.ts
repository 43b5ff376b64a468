import type { ParcelWords, Wording } from '../wording';
import { join, list } from '../wording';

const by = ({ carrier }: ParcelWords): string => (carrier ? ` con ${carrier}` : '');
const carrierName = ({ carrier }: ParcelWords): string => (carrier ? ` (${carrier})` : '');
const scan = ({ lastScan }: ParcelWords): string | null =>
  lastScan &&
  `Último registro${lastScan.day ? `, el ${lastScan.day}` : ''}: "${lastScan.description}"${lastScan.location ? ` (${lastScan.location})` : ''}.`;

export const es: Wording = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  disclosure: (shop) =>
    `Escrito por el asistente de IA de Satchel para ${shop}. Responda 'human' para hablar con una persona.`,
  notShipped: (order) =>
    join(
      `su pedido ${order.number}${order.placedOn ? `, del ${order.placedOn},` : ''} está con nosotros, pero todavía no ha salido.`,
      'Recibirá un correo con el número de seguimiento en cuanto salga.',
    ),
  partlyShipped: (order) =>
    `una parte de su pedido ${order.number} ya ha salido; el resto sigue con nosotros y va por separado.`,
  shippedWithoutTracking: (order) =>
    `su pedido ${order.number} ya salió de nuestro almacén, pero la tienda no tiene número de seguimiento, así que ahora no puedo ver dónde está el paquete.`,
  cancelled: (order) =>
    join(
      `su pedido ${order.number} fue cancelado${order.cancelledOn ? ` el ${order.cancelledOn}` : ''}, así que no hay ningún paquete en camino.`,
      order.refunded && `Según la tienda, ${order.refunded} volvieron a su forma de pago.`,
    ),
  refunded: (order) =>
    `su pedido ${order.number} consta en la tienda como reembolsado${order.refunded ? ` (${order.refunded})` : ''}, y no hay ningún paquete en camino.`,
  noScans: (order, parcel) =>
    join(
      `su pedido ${order.number} está preparado y anunciado${by(parcel)}, pero el transportista aún no ha escaneado el paquete.`,
      'El seguimiento empieza con el primer escaneo.',
    ),
  inTransit: (order, parcel) =>
    join(
      `buenas noticias: su pedido ${order.number} está en camino${by(parcel)}.`,
      parcel.estimate && !parcel.estimateHasPassed && `El transportista espera entregarlo el ${parcel.estimate}.`,
      parcel.estimate &&
        parcel.estimateHasPassed &&
        `El transportista esperaba entregarlo el ${parcel.estimate}. Ese día ya pasó y no hay una fecha nueva. Siento la espera.`,
      !parcel.estimate && 'El transportista no da todavía una fecha de entrega.',
      scan(parcel),
    ),
  outForDelivery: (order, parcel) =>
    join(
      `su pedido ${order.number} está en reparto${by(parcel)}: el paquete va en el vehículo del repartidor.`,
      scan(parcel),
    ),
  attempted: (order, parcel) =>
    join(
      `el transportista${carrierName(parcel)} intentó entregar su pedido ${order.number}, pero no pudo.`,
      scan(parcel),
      'En la página de seguimiento puede ver cómo continúa.',
    ),
  readyForPickup: (order, parcel) =>
    join(`su pedido ${order.number} le espera en un punto de recogida${by(parcel)}.`, scan(parcel)),
  delivered: (order, parcel) =>
    join(
      `según el transportista${carrierName(parcel)}, su pedido ${order.number} fue entregado${parcel.deliveredOn ? ` el ${parcel.deliveredOn}` : ''}.`,
      scan(parcel),
      'Si no lo tiene, responda a este mensaje y un compañero lo revisará.',
    ),
  returned: (order, parcel) =>
    join(
      `el transportista${carrierName(parcel)} indica que el paquete de su pedido ${order.number} vuelve hacia nosotros.`,
      scan(parcel),
    ),
  problem: (order, parcel) =>
    join(
      `el transportista${carrierName(parcel)} informa de un problema con el paquete de su pedido ${order.number}.`,
      scan(parcel),
      'Lo sentimos. Lo estamos aclarando con el transportista.',
    ),
  trackHere: ({ trackingNumber, trackingUrl }) =>
    trackingNumber && `Número de seguimiento: ${trackingNumber}${trackingUrl ? `\nSígalo aquí: ${trackingUrl}` : ''}`,
  stale: (readOn) => `Ahora mismo no he podido consultar todos los sistemas; estos datos son del ${readOn}.`,
  askWhich: (orders) =>
    `con gusto lo miro. Veo varios pedidos: ${list(
      orders.map((order) => `${order.number}${order.placedOn ? ` (del ${order.placedOn})` : ''}`),
      'y',
    )}. ¿Cuál es?`,
  askNumber: () =>
    'con gusto lo miro. No encuentro ningún pedido para la dirección desde la que escribe. ¿Puede enviarme su número de pedido? Está en la confirmación. Si compró con otra dirección, escríbanos desde esa.',
  askAgain: () =>
    'lo he mirado, pero no encuentro ningún pedido con ese número para la dirección desde la que escribe. ¿Puede revisar el número en la confirmación? Si compró con otra dirección, escríbanos desde esa.',
  acknowledge: () => 'gracias por su mensaje. Estamos revisando su solicitud.',
  closing: () => 'Responda a este mensaje si tiene otra pregunta.',
};
