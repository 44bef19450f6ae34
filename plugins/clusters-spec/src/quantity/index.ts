export * from './Quantity';
export * from './formatQuantity';
export * from './quantityToString';
