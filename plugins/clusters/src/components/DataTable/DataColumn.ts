import type { ReactNode } from 'react';

/** How the rows of a `DataTable` are ordered. */
export type DataSort = { column: string; descending: boolean };

/** One column of a `DataTable`. */
export type DataColumn<T> = {
  id: string;
  header: string;
  /** Shown when the mouse rests on the header. */
  hint?: string;
  /** Numbers stand at the end, so that digits line up. */
  align?: 'end';
  /**
   * 1 (default) is always shown; 2 gives way below 720 px, 3 below 960 px
   * and 4 below 1080 px of table width.
   */
  priority?: 1 | 2 | 3 | 4;
  /** Names the row for screen readers. */
  isRowHeader?: boolean;
  /**
   * Where rows become blocks, below 520 px of table width: `lead` stands beside
   * the row header, `none` is left out. Otherwise a block has every column,
   * under its name.
   */
  inBlock?: 'lead' | 'none';
  /** Takes the width that the other columns leave, and may wrap. */
  wide?: boolean;
  /** Long words may break; other cells stay on one line. */
  wraps?: boolean;
  sortable?: boolean;
  render: (row: T) => ReactNode;
  /**
   * Shown below the cell when the table is too narrow for columns that matter,
   * and its rows are not blocks.
   */
  narrow?: (row: T) => ReactNode;
  /** The cell lights up once when this changes. */
  signature?: (row: T) => string;
};

/** Rows that open in place. */
export type RowDetails<T> = {
  isOpen: (row: T) => boolean;
  onToggle: (row: T) => void;
  label: (row: T) => string;
  render: (row: T) => ReactNode;
};
