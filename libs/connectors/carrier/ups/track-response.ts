/** The parts of UPS's TrackApiResponse that we read; all of it may be missing. */
export interface TrackResponse {
  trackResponse?: { shipment?: UpsShipment[] };
  response?: { errors?: UpsError[] };
}

export interface UpsError {
  code?: string;
  message?: string;
}

export interface UpsShipment {
  inquiryNumber?: string;
  package?: UpsPackage[];
  /** "Nothing known" can come this way, in a 200. */
  warnings?: UpsError[];
}

export interface UpsPackage {
  trackingNumber?: string;
  currentStatus?: UpsStatus;
  /** SDD scheduled, RDD rescheduled, DEL delivered; YYYYMMDD. */
  deliveryDate?: { type?: string; date?: string }[];
  deliveryTime?: { type?: string; startTime?: string; endTime?: string };
  /** Newest first. */
  activity?: UpsActivity[];
}

export interface UpsStatus {
  type?: string;
  code?: string;
  description?: string;
  simplifiedTextDescription?: string;
  statusCode?: string;
}

export interface UpsActivity {
  /** Local to the place: YYYYMMDD and HHMMSS. */
  date?: string;
  time?: string;
  gmtDate?: string;
  gmtTime?: string;
  gmtOffset?: string;
  location?: { address?: { city?: string; stateProvince?: string; country?: string; countryCode?: string } };
  status?: UpsStatus;
}
