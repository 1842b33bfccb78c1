/** What stands below a figure: its data as a table, and the files to take away. */
import { useState } from 'react';
import type { RefObject } from 'react';
import type { Axes, Figure } from '../protocol/figure';
import { useText } from '../shared/i18n/text';
import { figureCsv, figureSvg, savePng, saveText } from './figure-files';
import { tableOf } from './figure-rows';
import { formatValue } from './metric-groups';

/** More rows are no help to a reader of the table; the ends and the shape stay. */
const TABLE_ROWS = 60;

interface Props {
  readonly figure: Figure;
  readonly title: string;
  readonly drawing: RefObject<HTMLDivElement | null>;
}

export function FigureTools({ figure, title, drawing }: Props) {
  const { chart: text } = useText();
  const [tableShown, setTableShown] = useState(false);
  const hasData = figure.axes.some((axes) => tableOf(axes, 1) !== null);
  const file = title.replaceAll(/[\\/:*?"<>|\s]+/g, '-');
  const withDrawing = (save: (svg: string) => void) => {
    if (drawing.current) save(figureSvg(drawing.current));
  };
  return (
    <div className="figure-tools">
      <p>
        {hasData && (
          <button
            type="button"
            className="quiet chart-table-button"
            aria-expanded={tableShown}
            onClick={() => setTableShown(!tableShown)}
          >
            {tableShown ? text.hideTable : text.showTable}
          </button>
        )}
        <span className="figure-files" role="group" aria-label={text.save}>
          <button
            type="button"
            className="quiet"
            onClick={() => withDrawing((svg) => void savePng(`${file}.png`, svg))}
          >
            PNG
          </button>
          <button
            type="button"
            className="quiet"
            onClick={() => withDrawing((svg) => saveText(`${file}.svg`, svg, 'image/svg+xml'))}
          >
            SVG
          </button>
          {hasData && (
            <button
              type="button"
              className="quiet"
              onClick={() => saveText(`${file}.csv`, figureCsv(figure), 'text/csv')}
            >
              CSV
            </button>
          )}
        </span>
      </p>
      {tableShown &&
        // oxlint-disable-next-line react/no-array-index-key -- axes are known by their place
        figure.axes.map((axes, index) => <AxesTable key={index} axes={axes} title={axes.title ?? title} />)}
    </div>
  );
}

function AxesTable({ axes, title }: { readonly axes: Axes; readonly title: string }) {
  const { chart: text } = useText();
  const table = tableOf(axes, TABLE_ROWS);
  if (!table) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <div className="table-box chart-table" tabIndex={0} role="group" aria-label={text.tableCaption(title)}>
      <table>
        <caption>{text.tableCaption(title)}</caption>
        <thead>
          <tr>
            {table.names.map((name, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns may have the same name
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no identity of their own
            <tr key={rowIndex}>
              <th scope="row">{cellText(row[0])}</th>
              {row.slice(1).map((value, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={index}>{cellText(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellText(value: number | string | null | undefined): string {
  return typeof value === 'number' ? formatValue(value) : (value ?? '');
}
