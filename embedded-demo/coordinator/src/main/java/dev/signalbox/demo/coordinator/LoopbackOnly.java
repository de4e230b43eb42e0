package dev.signalbox.demo.coordinator;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ServerChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/// Binds every listening socket of Netty to loopback. Seata has no setting for it and listens to the
/// whole network. Found by `ServiceLoader`.
public final class LoopbackOnly extends ChannelInitializerExtension {
    @Override
    public void postInitializeServerListenerChannel(ServerChannel channel) {
        channel.pipeline().addFirst("loopback-only", new Rebind());
    }

    private static final class Rebind extends ChannelOutboundHandlerAdapter {
        @Override
        public void bind(
                ChannelHandlerContext context, SocketAddress asked, ChannelPromise promise) {
            int port = ((InetSocketAddress) asked).getPort();
            // The promise tells how it went.
            ChannelFuture _ =
                    context.bind(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), promise);
        }
    }
}
