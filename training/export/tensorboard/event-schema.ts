/**
 * The part of TensorBoard's protocol buffers that a run's log fills, with the field numbers of event.proto, summary.proto and the
 * HParams plugin's plugin_data.proto, and the writers of it.
 */
import protobuf from 'protobufjs/light.js';

export interface SummaryValue {
  readonly tag: string;
  readonly simpleValue?: number;
  readonly image?: {
    readonly height: number;
    readonly width: number;
    /** Channels: 1 is gray. */
    readonly colorspace: number;
    /** A whole PNG. */
    readonly encodedImageString: Uint8Array;
  };
  readonly metadata?: { readonly pluginData: { readonly pluginName: string; readonly content: Uint8Array } };
}

export interface Event {
  /** Seconds since 1970. */
  readonly wallTime: number;
  readonly step: number;
  readonly fileVersion?: string;
  readonly summary?: { readonly value: readonly SummaryValue[] };
  readonly sessionLog?: { readonly status: number };
}

/** SessionLog.SessionStatus. START makes TensorBoard drop what earlier files of the folder say of these steps. */
export const sessionStatus = { START: 1 } as const;

export type Hparam = number | string | boolean;

/** What the HParams plugin reads; `version` stays 0. One of the two. */
export interface HparamsData {
  readonly sessionStartInfo?: {
    /** A map<string, google.protobuf.Value>, which on the wire is its entries. */
    readonly hparams: readonly {
      readonly key: string;
      readonly value: { numberValue: number } | { stringValue: string } | { boolValue: boolean };
    }[];
    /** Seconds since 1970. */
    readonly startTimeSecs: number;
  };
  readonly sessionEndInfo?: { readonly status: number; readonly endTimeSecs: number };
}

/** tensorboard.hparams.Status. */
export const hparamsStatus = { SUCCESS: 1 } as const;

const one = (type: string, id: number) => ({ type, id });
const many = (type: string, id: number) => ({ type, id, rule: 'repeated' });

const root = protobuf.Root.fromJSON({
  nested: {
    Event: {
      fields: {
        wallTime: one('double', 1),
        step: one('int64', 2),
        fileVersion: one('string', 3),
        summary: one('Summary', 5),
        sessionLog: one('SessionLog', 7),
      },
    },
    SessionLog: { fields: { status: one('int32', 1) } },
    Summary: { fields: { value: many('SummaryValue', 1) } },
    SummaryValue: {
      fields: {
        tag: one('string', 1),
        simpleValue: one('float', 2),
        image: one('Image', 4),
        metadata: one('SummaryMetadata', 9),
      },
    },
    Image: {
      fields: {
        height: one('int32', 1),
        width: one('int32', 2),
        colorspace: one('int32', 3),
        encodedImageString: one('bytes', 4),
      },
    },
    SummaryMetadata: { fields: { pluginData: one('PluginData', 1) } },
    PluginData: { fields: { pluginName: one('string', 1), content: one('bytes', 2) } },
    HParamsPluginData: {
      fields: {
        version: one('int32', 1),
        sessionStartInfo: one('SessionStartInfo', 3),
        sessionEndInfo: one('SessionEndInfo', 4),
      },
    },
    SessionStartInfo: {
      fields: {
        hparams: many('HparamsEntry', 1),
        startTimeSecs: one('double', 5),
      },
    },
    HparamsEntry: { fields: { key: one('string', 1), value: one('Value', 2) } },
    SessionEndInfo: { fields: { status: one('int32', 1), endTimeSecs: one('double', 2) } },
    // google.protobuf.Value, as far as scalars go
    Value: {
      fields: {
        numberValue: one('double', 2),
        stringValue: one('string', 3),
        boolValue: one('bool', 4),
      },
    },
  },
});

const encoder = (name: string) => {
  const type = root.lookupType(name);
  return (message: object): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(type.encode(message as Record<string, unknown>).finish());
};

export const encodeEvent: (event: Event) => Uint8Array<ArrayBuffer> = encoder('Event');
export const encodeHparamsData: (data: HparamsData) => Uint8Array<ArrayBuffer> = encoder('HParamsPluginData');
