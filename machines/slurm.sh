#!/bin/bash
# Every model on eight machines, as a job array. In the project's folder, after npm ci and npm run data: sbatch machines/slurm.sh
# When all are done: npm run merge -- runs/part-*
#SBATCH --job-name=glo-train
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=06:00:00
#SBATCH --output=slurm-%A-%a.log
set -euo pipefail

part=$SLURM_ARRAY_TASK_ID
npm run train:all -- --shard "$part/$SLURM_ARRAY_TASK_COUNT" --workers "$SLURM_CPUS_PER_TASK" --out "runs/part-$part"
