import { parentPort, workerData } from 'node:worker_threads';
import type { Example } from '../understand/model/intent-model';
import { trainWith } from './train';

const model = trainWith(workerData as Example[]);
parentPort?.postMessage(model, [model.weights.buffer as ArrayBuffer, model.idf.buffer as ArrayBuffer]);
