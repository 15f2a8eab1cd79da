"""What c2pa-python (0.38) says of an image's manifest, given whom to trust:

    python check_credentials.py AUTHORITY.pem IMAGE

Prints the state (Trusted, Valid or Invalid) and the code of every failure.
"""

import json
import sys

import c2pa

with open(sys.argv[1], encoding="ascii") as authority:
    settings = {"trust": {"user_anchors": authority.read()}, "verify": {"verify_trust": True}}
reader = c2pa.Reader(sys.argv[2], context=c2pa.Context.from_dict(settings))
results = json.loads(reader.json())["validation_results"]["activeManifest"]
print(reader.get_validation_state(), *(failure["code"] for failure in results["failure"]))
