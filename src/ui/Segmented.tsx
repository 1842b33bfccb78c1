/** A choice among a few named values, as radio buttons that look like one control. */
import { RadioGroup } from 'radix-ui';
import './segmented.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string; readonly icon?: React.ReactNode }[];
  readonly onChange: (value: T) => void;
}

export function Segmented<T extends string>({ label, value, options, onChange }: Props<T>) {
  const choose = (next: string) => {
    const option = options.find((each) => each.value === next);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup.Root
      className="segmented"
      aria-label={label}
      value={value}
      onValueChange={choose}
      orientation="horizontal"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="segment"
          {...(option.icon && { 'aria-label': option.label, title: option.label })}
        >
          {option.icon ?? option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
