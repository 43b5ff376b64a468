import type { INestApplication, Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { PUBLIC_METADATA, ROLE_METADATA } from '@satchel/kernel';

export interface RouteAccess {
  open: boolean;
  role: string | null;
}

export function operationIdOf(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}_${method}`;
}

/** Who may call each operation: the guard reads the same marks. */
export function accessByOperation(app: INestApplication): Map<string, RouteAccess> {
  const access = new Map<string, RouteAccess>();
  for (const { controllers } of app.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype === 'function') addMethods(access, metatype as Type);
    }
  }
  return access;
}

function addMethods(access: Map<string, RouteAccess>, controller: Type): void {
  const prototype = controller.prototype as Record<string, unknown>;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') continue;
    const mark = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    access.set(operationIdOf(controller.name, name), {
      open: mark(PUBLIC_METADATA) === true,
      role: (mark(ROLE_METADATA) as string | undefined) ?? null,
    });
  }
}
