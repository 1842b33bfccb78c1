/** The icons of the page, drawn on a 20×20 grid; all are decoration beside a text or an accessible name. */

function Icon({ children }: { readonly children: React.ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const PlayIcon = () => (
  <Icon>
    <path d="M6.5 4.4v11.2L15.4 10z" fill="currentColor" />
  </Icon>
);
export const PlayAllIcon = () => (
  <Icon>
    <path d="M3.5 5v10l7-5zM10.5 5v10l7-5z" fill="currentColor" />
  </Icon>
);
export const StopIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="9" height="9" rx="1.5" fill="currentColor" />
  </Icon>
);
export const RestartIcon = () => (
  <Icon>
    <path d="M15.8 8.2A6.2 6.2 0 1 0 16 11M16 4v4.3h-4.3" />
  </Icon>
);
export const ResetIcon = () => (
  <Icon>
    <path d="M4.5 7.5h7a4 4 0 0 1 0 8H8M7.5 4.5l-3 3 3 3" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon>
    <rect x="7" y="7" width="9" height="9" rx="1.8" />
    <path d="M13 4.6A1.8 1.8 0 0 0 11.3 4H5.8A1.8 1.8 0 0 0 4 5.8v5.5c0 .7.3 1.2.8 1.5" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="m4.5 10.5 3.5 3.5 7.5-8" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
);
export const ListIcon = () => (
  <Icon>
    <path d="M4 5.5h12M4 10h12M4 14.5h7.5" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
  </Icon>
);
export const AutoThemeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" />
    <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
  </Icon>
);
export const ArrowIcon = () => (
  <Icon>
    <path d="M4 10h12M11.5 5.5 16 10l-4.5 4.5" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="8.8" cy="8.8" r="4.9" />
    <path d="m12.5 12.5 3.8 3.8" />
  </Icon>
);
export const FileIcon = () => (
  <Icon>
    <path d="M5.5 3h6l3.5 3.5V17h-9.5zM11.500 3v3.5H15" />
  </Icon>
);
export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12" />
  </Icon>
);
export const RenameIcon = () => (
  <Icon>
    <path d="m4 16 .8-3.2L13 4.600l2.400 2.400-8.200 8.200z" />
  </Icon>
);
export const TrashIcon = () => (
  <Icon>
    <path d="M4 5.5h12M8 5.5V4h4v1.500M5.5 5.5l.7 11h7.600l.7-11" />
  </Icon>
);
export const ShareIcon = () => (
  <Icon>
    <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M10 3.2 17.5 16h-15zM10 8.2v3.6M10 13.8v.1" />
  </Icon>
);

/** The mark of the site: a flame whose heart is the descent of a loss. */
export const Logo = () => (
  <svg className="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
    <path
      d="M17.2 2.5c.9 4.2-1.3 6.3-3.6 8.8-2.5 2.7-5.1 5.6-5.1 10A8.6 8.6 0 0 0 17 30a8.6 8.6 0 0 0 8.5-8.7c0-3.2-1.4-5.6-2.9-7.6-.4 1.9-1.2 3-2.5 3.7.7-5.4-.3-11.200-2.900-14.900z"
      fill="var(--accent)"
    />
    <path
      d="M12.500 18.500c1.600 0 1.700 5.5 4.3 5.5 1.500 0 2-1.700 4.200-1.700"
      fill="none"
      stroke="var(--surface)"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);
