"""Calls services with suds: asked and answered in JSON, over the standard streams."""

import json
import logging
import ssl
import sys
from urllib.request import HTTPSHandler

from suds import WebFault
from suds.client import Client
from suds.sax.text import Text
from suds.sudsobject import Object
from suds.transport.http import HttpTransport

# What it cannot do it says by raising, too.
logging.disable(logging.CRITICAL)


class MutualTls(HttpTransport):
    def __init__(self, ca, certificate, key):
        super().__init__()
        self.context = ssl.create_default_context(cafile=ca)
        self.context.load_cert_chain(certificate, key)

    def u2handlers(self):
        return super().u2handlers() + [HTTPSHandler(context=self.context)]


def call(asked):
    try:
        client = Client(asked["wsdl"], cache=None, transport=MutualTls(**asked["tls"]), unwrap=False)
        return {"reply": plain(client.service[0][asked["operation"]](asked["body"]))}
    except WebFault as failed:
        return {"fault": read(failed.fault)}
    except Exception as error:  # whatever suds has against us is what the test wants to hear
        return {"failed": f"{type(error).__name__}: {error}"}


def read(fault):
    detail = getattr(fault, "detail", None)
    result = detail.erreur.resultat if detail else None
    return {"by": fault.faultcode, "code": result and result._code, "says": result.value if result else fault.faultstring}


def plain(value):
    if isinstance(value, Object):
        return {name.lstrip("_"): plain(part) for name, part in value}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Text) else value


def spelled(value):
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


print(json.dumps([call(each) for each in json.load(sys.stdin)], default=spelled))
