/* power-cut FOLDER: the file system mounted there ends as if the power went: nothing that is not on the disk gets there. */
#include <fcntl.h>
#include <linux/types.h>
#include <stdio.h>
#include <sys/ioctl.h>

#define EXT4_IOC_SHUTDOWN _IOR('X', 125, __u32)
#define WITHOUT_FLUSHING_THE_JOURNAL 2

int main(int count, char **words) {
  __u32 how = WITHOUT_FLUSHING_THE_JOURNAL;
  int folder = count == 2 ? open(words[1], O_RDONLY) : -1;
  if (folder < 0 || ioctl(folder, EXT4_IOC_SHUTDOWN, &how) != 0) {
    perror("power-cut");
    return 1;
  }
  return 0;
}
