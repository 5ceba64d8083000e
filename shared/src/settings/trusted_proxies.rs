//! Whose word about a visitor's address is taken.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The reverse proxies in front of the web side: addresses and networks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Vec<String>")]
pub struct TrustedProxies(Vec<IpNet>);

/// A list in a file, or a line with commas in the environment.
#[derive(Deserialize)]
#[serde(untagged, expecting = "write addresses and networks, such as [\"127.0.0.1\", \"10.0.0.0/8\"]")]
enum Written {
    List(Vec<String>),
    Line(String),
}

/// This is no address and no network.
#[derive(Debug, Error)]
#[error("\"{0}\" is neither an address nor a network such as 10.0.0.0/8")]
pub struct NotANetwork(String);

impl TrustedProxies {
    /// The address of the visitor: of `peer` and those whom the lines of `X-Forwarded-For` name, the last one that is no
    /// proxy of ours. What stands before it could have been written by anybody.
    pub fn client<'a>(&self, peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a str>) -> IpAddr {
        let mut client = peer.to_canonical();
        for hop in forwarded.flat_map(|line| line.split(',')).rev() {
            let (true, Some(before)) = (self.contains(client), address(hop.trim())) else { break };
            client = before;
        }
        client
    }

    fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Some proxies write the port too.
fn address(hop: &str) -> Option<IpAddr> {
    let plain = hop.parse().or_else(|_| hop.trim_start_matches('[').trim_end_matches(']').parse());
    let address = plain.or_else(|_| hop.parse().map(|socket: SocketAddr| socket.ip()));
    address.ok().map(|address| address.to_canonical())
}

impl TryFrom<Written> for TrustedProxies {
    type Error = NotANetwork;
    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let list = match written {
            Written::List(list) => list,
            Written::Line(line) => line.split(',').map(str::to_owned).collect(),
        };
        let network = |text: &str| match text.parse::<IpAddr>() {
            Ok(address) => Ok(address.to_canonical().into()),
            Err(_) => text.parse().map_err(|_| NotANetwork(text.into())),
        };
        let written = list.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
        written.map(network).collect::<Result<_, _>>().map(Self)
    }
}

impl From<TrustedProxies> for Vec<String> {
    fn from(proxies: TrustedProxies) -> Self {
        proxies.0.iter().map(ToString::to_string).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, forwarded: &[&str]) -> String {
        let proxies = TrustedProxies::try_from(Written::Line(trusted.into())).unwrap();
        proxies.client(peer.parse().unwrap(), forwarded.iter().copied()).to_string()
    }

    #[test]
    fn only_a_proxy_of_ours_is_believed() {
        let forged = ["203.0.113.9"];
        assert_eq!(client("", "198.51.100.1", &forged), "198.51.100.1");
        assert_eq!(client("10.0.0.0/8", "198.51.100.1", &forged), "198.51.100.1");
        assert_eq!(client("10.0.0.0/8", "10.1.2.3", &forged), "203.0.113.9");
    }

    #[test]
    fn what_the_visitor_wrote_before_is_not_believed() {
        assert_eq!(client("10.0.0.0/8", "10.0.0.1", &["1.1.1.1, 203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8", "10.0.0.1", &["1.1.1.1", "203.0.113.9, 10.0.0.2"]), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8", "10.0.0.1", &["203.0.113.9, nonsense"]), "10.0.0.1");
        assert_eq!(client("10.0.0.0/8", "10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn every_way_to_write_an_address_is_read() {
        for (hop, read) in
            [("[2001:db8::1]:443", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1"), ("203.0.113.9:80", "203.0.113.9")]
        {
            assert_eq!(client("::1, 127.0.0.1", "::ffff:127.0.0.1", &[hop]), read);
        }
    }
}
