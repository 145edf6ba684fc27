/*
 * LD_PRELOAD: writes to files with "/.standfirst-" or "/careless-" in their path let fewer bytes through than they were
 * given. What they do stands in the file that SHORT_WRITES names, read anew at every write: a word and two numbers.
 *   short N 0   at most N bytes a call, which is what the system may always do
 *   full N B    at most N bytes a call; when B bytes have gone to one file, ENOSPC
 *   lie N B     all bytes are reported as written, but only the first B of a file are
 *   off 0 0     nothing is changed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef ssize_t (*write_function)(int, const void *, size_t);

static int is_ours(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "/.standfirst-") != NULL || strstr(path, "/careless-") != NULL;
}

ssize_t write(int file, const void *bytes, size_t count) {
  static write_function system_write = NULL;
  if (!system_write) system_write = (write_function)dlsym(RTLD_NEXT, "write");
  const char *orders = getenv("SHORT_WRITES");
  if (!orders || !is_ours(file)) return system_write(file, bytes, count);

  char text[64] = {0}, how[16] = "off";
  long most = 0, budget = 0;
  int control = open(orders, O_RDONLY);
  if (control >= 0) {
    if (read(control, text, sizeof text - 1) > 0) sscanf(text, "%15s %ld %ld", how, &most, &budget);
    close(control);
  }
  if (strcmp(how, "off") == 0) return system_write(file, bytes, count);

  struct stat now;
  if (fstat(file, &now) != 0) return -1;
  long left = budget - (long)now.st_size;
  if (left < 0) left = 0;
  if (strcmp(how, "lie") == 0) {
    size_t through = count < (size_t)left ? count : (size_t)left;
    if (through > 0 && system_write(file, bytes, through) < 0) return -1;
    return (ssize_t)count;
  }
  size_t through = count < (size_t)most ? count : (size_t)most;
  if (strcmp(how, "full") == 0) {
    if (left == 0) {
      errno = ENOSPC;
      return -1;
    }
    if (through > (size_t)left) through = (size_t)left;
  }
  return system_write(file, bytes, through);
}
