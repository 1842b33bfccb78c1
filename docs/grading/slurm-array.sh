#!/bin/sh
#SBATCH --job-name=grade
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=01:00:00
#SBATCH --requeue
# In the project's folder, where `npm ci` and `npm run build` have run once, with CLASS=/path/to/bundle.zip's folder:
#   array=$(sbatch --parsable --export=ALL,CLASS docs/grading/slurm-array.sh)
#   sbatch --dependency=afterany:$array --array=0 --export=ALL,CLASS docs/grading/slurm-array.sh
# Task 0 merges; tasks 1 to 8 grade their part and go on where they stopped when they are requeued.
set -eu
: "${CLASS:?set CLASS to the folder with bundle.zip and submissions/}"
if [ "$SLURM_ARRAY_TASK_ID" = 0 ]; then
  set --
  for file in "$CLASS"/part-*.results.jsonl; do set -- "$@" --results "$file"; done
  exec npm run -s grade -- --bundle "$CLASS/bundle.zip" "$CLASS/submissions" --out "$CLASS/gradebook.csv" \
    --feedback "$CLASS/feedback.zip" "$@"
fi
exec npm run -s grade -- --bundle "$CLASS/bundle.zip" "$CLASS/submissions" --jobs 2 \
  --shard "$SLURM_ARRAY_TASK_ID/8" --out "$CLASS/part-$SLURM_ARRAY_TASK_ID.csv"
