package dev.docket.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that a test can cut, close or silence for a while. */
public final class CuttableProxy implements AutoCloseable {

    private enum State {
        OPEN,
        CLOSED,
        SILENT
    }

    private final String host;
    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;

    /**
     * @param target {@code HOST:PORT}
     */
    public CuttableProxy(String target) {
        int colon = target.lastIndexOf(':');
        host = target.substring(0, colon);
        this.target = Integer.parseInt(target.substring(colon + 1));
        try {
            door = new ServerSocket();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "localhost:" + port();
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Ends all connections; new ones are let through unless the server is away. */
    void cut() {
        open.forEach(CuttableProxy::end);
        open.clear();
    }

    /** Ends all connections and refuses new ones. */
    public void goAway() {
        state = State.CLOSED;
        cut();
    }

    /** Connections stay, and nothing comes through them any more. */
    public void silence() {
        state = State.SILENT;
    }

    /** Lets new connections through; those that were silenced end. */
    public void comeBack() {
        cut();
        state = State.OPEN;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (state == State.CLOSED) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, target);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8_192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (state != State.SILENT) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException cut) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
