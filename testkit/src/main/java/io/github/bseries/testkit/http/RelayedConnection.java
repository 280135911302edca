// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.io.IOException;
import java.net.Socket;

/**
 * One connection through a relay: what comes in on one side goes out on the other. It can be told
 * to let only so many more bytes of the answer pass.
 */
final class RelayedConnection {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket client;
  private final Socket server;
  private final Runnable whenClosed;
  private final Object lock = new Object();
  private long passing = Long.MAX_VALUE;
  private boolean cuts;
  private boolean closed;
  private int openDirections = 2;

  RelayedConnection(Socket client, Socket server, Runnable whenClosed) {
    this.client = client;
    this.server = server;
    this.whenClosed = whenClosed;
  }

  void start() {
    LinkRelay.daemon("relay-to-server", this::carryRequest).start();
    LinkRelay.daemon("relay-to-client", this::carryAnswer).start();
  }

  /** Lets only {@code bytes} more pass to the client; then cuts, or stays open and silent. */
  void limit(long bytes, boolean thenCut) {
    boolean cutNow;
    synchronized (lock) {
      passing = bytes;
      cuts = thenCut;
      cutNow = thenCut && bytes == 0;
    }
    if (cutNow) {
      close();
    }
  }

  void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
    }
    closeQuietly(client);
    closeQuietly(server);
    whenClosed.run();
  }

  private void carryRequest() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int n = read(client, buffer); n >= 0; n = read(client, buffer)) {
        if (!isSilent()) {
          server.getOutputStream().write(buffer, 0, n);
        }
      }
      if (isSilent()) {
        close(); // the caller gave up
      } else {
        server.shutdownOutput();
        endDirection();
      }
    } catch (IOException e) {
      close();
    }
  }

  private void carryAnswer() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int n = read(server, buffer); n >= 0; n = read(server, buffer)) {
        int allowed = allowed(n);
        client.getOutputStream().write(buffer, 0, allowed);
        if (allowed < n && !isSilent()) {
          close();
          return;
        }
      }
    } catch (IOException e) {
      if (!isSilent()) {
        close();
        return;
      }
    }
    endAnswer();
  }

  private void endAnswer() {
    if (isSilent()) {
      return;
    }
    try {
      client.shutdownOutput();
      endDirection();
    } catch (IOException e) {
      close();
    }
  }

  private void endDirection() {
    boolean last;
    synchronized (lock) {
      last = --openDirections == 0;
    }
    if (last) {
      close();
    }
  }

  private int allowed(int wanted) {
    synchronized (lock) {
      if (passing == Long.MAX_VALUE) {
        return wanted;
      }
      int allowed = (int) Math.min(wanted, passing);
      passing -= allowed;
      return allowed;
    }
  }

  private boolean isSilent() {
    synchronized (lock) {
      return passing == 0 && !cuts;
    }
  }

  private static int read(Socket socket, byte[] buffer) throws IOException {
    return socket.getInputStream().read(buffer);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
