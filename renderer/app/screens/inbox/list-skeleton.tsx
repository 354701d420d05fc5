// Grey rows while the first ones are read or searched.
import { Skeleton } from '@mantine/core';
import { useText } from '../../text/use-text.ts';
import classes from './list-pane.module.css';

const rows = [72, 58, 80, 64, 70, 54];

export function ListSkeleton() {
  const text = useText();
  return (
    <div role="status" aria-label={text('list.loading')}>
      {rows.map((width, index) => (
        <div key={index} className={classes['skeletonRow']}>
          <Skeleton animate={false} circle height={36} />
          <div className={classes['skeletonWords']}>
            <Skeleton animate={false} height={11} width={`${width}%`} mt={3} />
            <Skeleton animate={false} height={11} width="88%" mt={10} />
            <Skeleton animate={false} height={9} width="60%" mt={10} />
          </div>
        </div>
      ))}
    </div>
  );
}
