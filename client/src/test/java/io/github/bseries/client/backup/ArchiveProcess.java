// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import io.github.bseries.client.TestClassPath;
import io.github.bseries.core.backup.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A process of its own that works on an archive; and how to start it. */
final class ArchiveProcess {

  private ArchiveProcess() {}

  /**
   * Works on an archive until it is killed, or so many times; prints a line after each step.
   *
   * @param args the folder, a seed, the largest backup in bytes, how many steps; 0 for no end, -1
   *     to read only
   */
  public static void main(String[] args) {
    Random random = new Random(Long.parseLong(args[1]));
    int largest = Integer.parseInt(args[2]);
    int steps = Integer.parseInt(args[3]);
    BackupArchive archive =
        BackupArchive.builder(Path.of(args[0])).patience(Duration.ofMinutes(1)).open();
    print("open");
    if (steps < 0) {
      ArchiveCatalogue catalogue = archive.catalogue();
      print("holds " + catalogue.backups().size() + ", remarks " + catalogue.remarks());
    }
    for (int step = 0; steps == 0 || step < steps; step++) {
      byte[] content = ScriptedSource.content(random.nextLong(), 1 + random.nextInt(largest));
      try {
        ArchivedBackup stored =
            archive.store(
                new ScriptedSource().giving(content), new StoreRequest("a process", null));
        if (steps == 0) {
          archive.protect(stored.name(), "a process", "step " + step);
          archive.verify(stored.name());
          archive.unprotect(stored.name());
          archive.prune(archive.plan(RetentionPolicy.builder(ZoneOffset.UTC).last(3).build()));
        }
        print("stored " + stored.name());
      } catch (RuntimeException e) {
        print("failed " + e);
      }
    }
  }

  private static void print(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /**
   * Starts it.
   *
   * @param wrapper what comes before the command, such as a shell that sets a limit
   */
  static Process start(List<String> wrapper, Path archive, Object... args) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp"));
    command.add(TestClassPath.text());
    command.add(ArchiveProcess.class.getName());
    command.add(archive.toString());
    Stream.of(args).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
