// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.core.pair.ApplianceAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server without manners: it sends the very bytes that a test gives it, and ends the connection
 * as the test says. It speaks plain HTTP on loopback, where no TLS hides what is on the wire.
 */
final class ScriptedServer implements AutoCloseable {

  static final String TOKEN = "tokentokentokentokentokentokentokentoken";

  private final ServerSocket listener;
  private final Thread acceptor;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Skin skin;
  private volatile Function<Received, Reply> script;

  private ScriptedServer(Skin skin, Function<Received, Reply> script) throws IOException {
    this(skin, script, new InetSocketAddress("127.0.0.1", 0));
  }

  private ScriptedServer(Skin skin, Function<Received, Reply> script, InetSocketAddress own)
      throws IOException {
    this.skin = skin;
    this.script = script;
    this.listener = new ServerSocket(own.getPort(), 50, own.getAddress());
    this.acceptor = new Thread(this::accept, "scripted-server");
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /** Gives out tokens, and answers every other request as the script says. */
  static ScriptedServer withTokens(Function<Received, Reply> script) {
    return of(
        request ->
            request.path().equals("/oauth2/token") ? Reply.token(TOKEN) : script.apply(request));
  }

  /** Answers every request as the script says. */
  static ScriptedServer of(Function<Received, Reply> script) {
    try {
      return new ScriptedServer(socket -> socket, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Does the same as {@link #withTokens} at an address of its own: where a test ends a server and
   * calls it once more, nobody else may have taken its port by then.
   */
  static ScriptedServer at(InetSocketAddress own, Function<Received, Reply> script)
      throws IOException {
    return new ScriptedServer(
        socket -> socket,
        request ->
            request.path().equals("/oauth2/token") ? Reply.token(TOKEN) : script.apply(request),
        own);
  }

  /** Does the same as {@link #withTokens} inside whatever each connection is wrapped in. */
  static ScriptedServer inside(Skin skin, Function<Received, Reply> script) throws IOException {
    return new ScriptedServer(
        skin,
        request ->
            request.path().equals("/oauth2/token") ? Reply.token(TOKEN) : script.apply(request));
  }

  /** Wraps a connection, in TLS for instance, or does something to it. */
  interface Skin {

    Socket around(Socket connection) throws IOException;
  }

  void script(Function<Received, Reply> next) {
    script = next;
  }

  ApplianceAddress address() {
    return ApplianceAddress.parse(
        "http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
  }

  /** Returns the requests whose path and parameters contain this text. */
  List<Received> requests(String text) {
    return received.stream().filter(r -> (r.target() + "&" + r.body()).contains(text)).toList();
  }

  List<Received> requests() {
    return List.copyOf(received);
  }

  /** Refuses what comes next; connections that are open go on. */
  void stopListening() {
    try {
      listener.close();
      // As long as somebody waits in it, the system goes on taking connections.
      acceptor.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    stopListening();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "scripted-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  /** A kept connection is served again, so that a client which repeats on it is seen to. */
  private void serve(Socket connection) {
    try (connection;
        Socket socket = skin.around(connection)) {
      for (Received request = read(socket); request != null; request = read(socket)) {
        received.add(request);
        Reply reply = script.apply(request);
        socket.getOutputStream().write(reply.bytes());
        socket.getOutputStream().flush();
        reply.between().run();
        socket.getOutputStream().write(reply.rest());
        socket.getOutputStream().flush();
        switch (reply.ending()) {
          case KEEP -> {}
          case CLOSE -> {
            return;
          }
          case RESET -> {
            connection.setSoLinger(true, 0);
            return;
          }
          case STALL -> waitForTheOtherSide(socket);
        }
      }
    } catch (IOException e) {
      // The other side has gone, which some scripts want.
      open.remove(connection);
    }
  }

  private static void waitForTheOtherSide(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // What still comes does not matter.
    }
  }

  private static Received read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    String[] first = text.lines().findFirst().orElseThrow().split(" ");
    int length =
        text.lines()
            .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Received(first[0], first[1], text, body);
  }

  /** A request as it came. */
  record Received(String method, String target, String head, String body) {

    String path() {
      return target.split("\\?")[0];
    }

    boolean asksFor(String action) {
      return (target + "&" + body).contains("action=" + action);
    }

    boolean hasHeader(String line) {
      return head.lines().anyMatch(line::equalsIgnoreCase);
    }
  }

  /** How a connection goes on after an answer. */
  enum Ending {
    KEEP,
    CLOSE,
    RESET,
    STALL
  }

  /** The bytes of an answer, and what happens between the first and the rest of them. */
  record Reply(byte[] bytes, Runnable between, byte[] rest, Ending ending) {

    Reply(byte[] bytes, Ending ending) {
      this(bytes, () -> {}, new byte[0], ending);
    }

    static Reply raw(String text, Ending ending) {
      return new Reply(text.getBytes(StandardCharsets.ISO_8859_1), ending);
    }

    static Reply of(int status, String contentType, String body, String... headers) {
      return of(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Reply of(int status, String contentType, byte[] content, String... headers) {
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Told\r\n");
      head.append("Content-Type: ").append(contentType).append("\r\n");
      head.append("Content-Length: ").append(content.length).append("\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      all.writeBytes(content);
      return new Reply(all.toByteArray(), Ending.KEEP);
    }

    static Reply xml(String body, String... headers) {
      return of(200, "text/xml; charset=UTF-8", body, headers);
    }

    static Reply token(String token) {
      return of(
          200,
          "application/json",
          "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    }

    static Reply nothing(Ending ending) {
      return new Reply(new byte[0], ending);
    }

    Reply then(Ending ending) {
      return new Reply(bytes, between, rest, ending);
    }

    /** Sends so many bytes, lets this run, and sends the rest. */
    Reply pausingAfter(int count, Runnable between) {
      return new Reply(
          Arrays.copyOf(bytes, count),
          between,
          Arrays.copyOfRange(bytes, count, bytes.length),
          ending);
    }

    /** Sends so many bytes and no more. */
    Reply cutAfter(int count, Ending ending) {
      return new Reply(Arrays.copyOf(bytes, count), ending);
    }
  }
}
